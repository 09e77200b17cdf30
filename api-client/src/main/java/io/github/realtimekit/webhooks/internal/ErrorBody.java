package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Codes and reason from the body of an error response, whatever its shape: RealtimeKit's {@code
 * error}, the platform's {@code errors} with its chain, a plain {@code message}, any of these
 * inside a JSON string; lenient JSON, HTML, plain text or empty.
 */
public record ErrorBody(List<Integer> codes, String reason) {
  private static final int MAX_REASON = 500;
  private static final Pattern TITLE =
      Pattern.compile("<title[^<>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  public static ErrorBody parse(String received, TokenMask mask) {
    String body = received.replaceFirst("^\uFEFF", "");
    if (body.stripLeading().startsWith("<")) {
      Matcher title = TITLE.matcher(body);
      return ofReason(title.find() ? title.group(1) : "", mask);
    }
    Object json = json(body);
    Object nested = json instanceof String text ? json(text) : null;
    if (nested != null) {
      json = nested;
    }
    List<Integer> codes = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    collect(json, codes, reasons);
    String reason = reasons.isEmpty() ? body : String.join(": ", reasons);
    return new ErrorBody(List.copyOf(codes), oneLine(reason, mask));
  }

  /** Returns a reason without codes, masked and cut as that of an error response. */
  public static ErrorBody ofReason(String reason, TokenMask mask) {
    return new ErrorBody(List.of(), oneLine(reason, mask));
  }

  private static void collect(@Nullable Object json, List<Integer> codes, List<String> reasons) {
    if (json instanceof String text && !text.isBlank()) {
      reasons.add(text.strip());
    } else if (json instanceof List<?> list) {
      list.forEach(each -> collect(each, codes, reasons));
    } else if (json instanceof Map<?, ?> map) {
      if (map.get("code") instanceof Double code && code == code.intValue()) {
        codes.add(code.intValue());
      }
      for (String name : List.of("message", "error", "errors", "error_chain")) {
        collect(map.get(name), codes, reasons);
      }
    }
  }

  /**
   * Parses the one JSON value in the text; names may lack their quotes.
   *
   * @return null if there is no value, or more than one
   */
  private static @Nullable Object json(String text) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
    reader.setLenient(true);
    try {
      Object value = reader.readJsonValue();
      return reader.peek() == JsonReader.Token.END_DOCUMENT ? value : null;
    } catch (IOException | JsonDataException notJson) {
      return null;
    }
  }

  /** Masks before truncating, so that no prefix of the token remains. */
  private static String oneLine(String text, TokenMask mask) {
    String line = mask.maskTruncated(text).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
  }
}
