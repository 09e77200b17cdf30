package io.github.realtimekit.webhooks;

/** Signers for all tests: to generate a key takes the small compiler most of a second. */
final class Signers {
  static final DeliverySigner FIRST = DeliverySigner.generate();
  static final DeliverySigner SECOND = DeliverySigner.generate();
  static final DeliverySigner THIRD = DeliverySigner.generate();

  private Signers() {}
}
