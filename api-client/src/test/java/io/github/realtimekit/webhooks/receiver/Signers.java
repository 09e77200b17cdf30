package io.github.realtimekit.webhooks.receiver;

/** Signers that all tests share, since generating a key takes most of a second. */
final class Signers {
  static final DeliverySigner FIRST = DeliverySigner.generate();
  static final DeliverySigner SECOND = DeliverySigner.generate();
  static final DeliverySigner THIRD = DeliverySigner.generate();

  private Signers() {}
}
