/** Reader of the OpenAPI document that client, contract and sandbox are made from. */
@NullMarked
package io.github.realtimekit.webhooks.spec;

import org.jspecify.annotations.NullMarked;
