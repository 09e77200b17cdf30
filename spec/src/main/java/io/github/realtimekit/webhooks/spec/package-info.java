/** The OpenAPI document that client, contract and sandbox are made from, and its reader. */
@NullMarked
package io.github.realtimekit.webhooks.spec;

import org.jspecify.annotations.NullMarked;
