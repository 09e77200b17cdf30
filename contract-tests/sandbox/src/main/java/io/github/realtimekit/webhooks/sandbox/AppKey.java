package io.github.realtimekit.webhooks.sandbox;

/** Identifies an app by any two strings: apps are created on first use. */
record AppKey(String accountId, String appId) {}
