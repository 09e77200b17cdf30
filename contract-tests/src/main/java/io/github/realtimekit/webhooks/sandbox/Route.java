package io.github.realtimekit.webhooks.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the six operations a request asks for, and of whom. */
record Route(Operation operation, AppKey app, @Nullable String webhookSegment) {
  static final String BASE_PATH = "/client/v4";

  enum Operation {
    LIST("GET", false),
    CREATE("POST", false),
    GET("GET", true),
    REPLACE("PUT", true),
    EDIT("PATCH", true),
    DELETE("DELETE", true);

    private final String method;
    private final boolean ofOne;

    Operation(String method, boolean ofOne) {
      this.method = method;
      this.ofOne = ofOne;
    }
  }

  private static final Pattern APP_PATH =
      Pattern.compile(BASE_PATH + "/accounts/([^/]+)/realtime/kit/([^/]+)/");

  private static final Pattern PATH =
      Pattern.compile(APP_PATH.pattern() + "webhooks(?:/(?<webhook>[^/]+))?");

  /** Stricter than UUID.fromString, which takes shortened ones. */
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  static Route of(String method, String rawPath) {
    Matcher path = PATH.matcher(rawPath);
    if (!path.matches()) {
      throw new Refusal(Answer.edge(404, 7000, Text.EDGE_7000.with()));
    }
    String webhook = path.group("webhook");
    List<Operation> operations =
        Stream.of(Operation.values()).filter(op -> op.ofOne == (webhook != null)).toList();
    Operation operation =
        operations.stream()
            .filter(op -> op.method.equals(method))
            .findFirst()
            .orElseThrow(() -> notAvailable(method, operations));
    AppKey app = new AppKey(decoded(path.group(1)), decoded(path.group(2)));
    return new Route(operation, app, webhook == null ? null : decoded(webhook));
  }

  /** The app that a path names, whatever is asked of it; empty if it names none. */
  static Optional<AppKey> appOf(String rawPath) {
    Matcher path = APP_PATH.matcher(rawPath);
    return path.lookingAt()
        ? Optional.of(new AppKey(decoded(path.group(1)), decoded(path.group(2))))
        : Optional.empty();
  }

  UUID webhookId() {
    if (webhookSegment == null || !UUID_FORM.matcher(webhookSegment).matches()) {
      throw Refusal.badRequest(Text.NOT_A_UUID);
    }
    return UUID.fromString(webhookSegment.toLowerCase(Locale.ROOT));
  }

  private static Refusal notAvailable(String method, List<Operation> operations) {
    String allow = operations.stream().map(op -> op.method).collect(Collectors.joining(", "));
    Answer answer = Answer.edge(405, 7001, Text.EDGE_7001.with(method));
    return new Refusal(answer.withHeader("Allow", allow));
  }

  /** A plus stands for itself in a path; the decoder, made for forms, takes it for a space. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
