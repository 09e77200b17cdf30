package io.github.realtimekit.webhooks.sandbox;

/** Identifies an app by any two strings: account and app come into being by being named. */
record AppKey(String accountId, String appId) {}
