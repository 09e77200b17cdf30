package io.github.realtimekit.webhooks.sandbox;

/** Whose webhooks: any two strings, since account and app come into being by being named. */
record AppKey(String accountId, String appId) {}
