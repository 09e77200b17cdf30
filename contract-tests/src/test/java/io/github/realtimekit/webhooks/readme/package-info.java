/** Programs of users, as the READMEs show them. */
@NullMarked
package io.github.realtimekit.webhooks.readme;

import org.jspecify.annotations.NullMarked;
