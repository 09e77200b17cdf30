/** The contract against those who claim to keep it: the sandbox, and on demand the live API. */
@NullMarked
package io.github.realtimekit.webhooks.provider;

import org.jspecify.annotations.NullMarked;
