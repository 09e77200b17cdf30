package io.github.realtimekit.webhooks.sandbox;

/** Ends a request at the first rule that it breaks. */
final class Refusal extends RuntimeException {
  private final transient Answer answer;

  Refusal(Answer answer) {
    super(answer.body().toString());
    this.answer = answer;
  }

  static Refusal badRequest(Text text, Object... values) {
    return new Refusal(Answer.error(400, text.with(values)));
  }

  Answer answer() {
    return answer;
  }
}
