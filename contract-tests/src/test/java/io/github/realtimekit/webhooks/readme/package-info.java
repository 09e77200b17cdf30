/** Programs of other people, as the README shows them. */
@NullMarked
package io.github.realtimekit.webhooks.readme;

import org.jspecify.annotations.NullMarked;
