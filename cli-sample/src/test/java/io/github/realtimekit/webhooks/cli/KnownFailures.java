package io.github.realtimekit.webhooks.cli;

import java.util.Map;
import java.util.stream.Stream;

/** The failures of the API that are known: what it answers, and what people read then. */
final class KnownFailures {
  static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";
  static final String LIST = "list";
  static final String GET = "get " + ID;
  static final String CREATE = "create --name a --url https://a.example --event all";

  static final String CHECK_TOKEN =
      "Check the API token: whole, of this account, neither expired nor revoked?";
  static final String NEEDS_PERMISSION =
      "The token needs the permission Realtime or Realtime Admin, and the account needs"
          + " RealtimeKit.";
  static final String MAYBE_DONE =
      "It may have been done all the same: look with 'rtk-webhooks list' before you try again.";
  static final String LATER = "The fault is on the API's side: try again later.";
  static final String VERBOSE = "--verbose shows the exchange.";

  static final Map<String, String> RAY = Map.of("cf-ray", "8f2b1c0d9e3a4b5c-FRA");

  /** What is answered to which command, and what comes of it. */
  record Row(
      String name,
      String command,
      int status,
      Map<String, String> headers,
      String body,
      int exitCode,
      String what,
      String hint) {
    @Override
    public String toString() {
      return name;
    }
  }

  static String own(int code, String message) {
    return "{\"success\":false,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
        .formatted(code, message);
  }

  static String edge(String errors) {
    return "{\"success\":false,\"errors\":[%s],\"messages\":[],\"result\":null}".formatted(errors);
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "400",
            CREATE,
            400,
            RAY,
            own(400, "BAD_REQUEST: \\\"name\\\" is required"),
            1,
            "the API answered 400: BAD_REQUEST: \"name\" is required (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            "Correct what the API names."),
        new Row(
            "401 as documented",
            LIST,
            401,
            RAY,
            "\"{\\n  message: \\\"Unauthorized\\\"\\n}\\n\"",
            4,
            "the API answered 401: Unauthorized (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            CHECK_TOKEN),
        new Row(
            "401 bare",
            GET,
            401,
            RAY,
            "{\n  message: \"Unauthorized\"\n}\n",
            4,
            "the API answered 401: Unauthorized (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            CHECK_TOKEN),
        new Row(
            "401 as an object",
            GET,
            401,
            Map.of(),
            "{\"message\":\"Unauthorized\"}",
            4,
            "the API answered 401: Unauthorized",
            CHECK_TOKEN),
        new Row(
            "401 empty",
            GET,
            401,
            RAY,
            "",
            4,
            "the API answered 401 (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            CHECK_TOKEN),
        new Row(
            "401 from the edge",
            LIST,
            401,
            RAY,
            edge("{\"code\":10000,\"message\":\"Authentication error\"}"),
            4,
            "the API answered 401: Authentication error (code 10000, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            CHECK_TOKEN),
        new Row(
            "403 for a token that is refused",
            LIST,
            403,
            RAY,
            edge("{\"code\":10000,\"message\":\"Authentication error\"}"),
            4,
            "the API answered 403: Authentication error (code 10000, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            CHECK_TOKEN),
        new Row(
            "400 without credentials",
            LIST,
            400,
            RAY,
            edge("{\"code\":9106,\"message\":\"Missing X-Auth-Key\"}"),
            4,
            "the API answered 400: Missing X-Auth-Key (code 9106, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            CHECK_TOKEN),
        new Row(
            "400 for a malformed token",
            LIST,
            400,
            RAY,
            edge(
                "{\"code\":6003,\"message\":\"Invalid request headers\",\"error_chain\":[{\"code\":6111,\"message\":\"Invalid format for Authorization header\"}]}"),
            4,
            "the API answered 400: Invalid request headers: Invalid format for Authorization header (code 6003, code 6111, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            CHECK_TOKEN),
        new Row(
            "403 without the permission",
            GET,
            403,
            RAY,
            edge("{\"code\":9109,\"message\":\"Unauthorized to access requested resource\"}"),
            4,
            "the API answered 403: Unauthorized to access requested resource (code 9109, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            NEEDS_PERMISSION),
        new Row(
            "403 without RealtimeKit",
            LIST,
            403,
            RAY,
            own(403, "RealtimeKit is not enabled"),
            4,
            "the API answered 403: RealtimeKit is not enabled (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            NEEDS_PERMISSION),
        new Row(
            "404",
            GET,
            404,
            RAY,
            own(404, "Webhook not found"),
            5,
            "the API answered 404: Webhook not found (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            "Check the ids of account, app and webhook; 'rtk-webhooks list' shows what there is."),
        new Row(
            "404 from the edge",
            LIST,
            404,
            RAY,
            edge("{\"code\":7000,\"message\":\"No route for that URI\"}"),
            5,
            "the API answered 404: No route for that URI (code 7000, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            "Check the ids of account, app and webhook; 'rtk-webhooks list' shows what there is."),
        new Row(
            "409",
            CREATE,
            409,
            RAY,
            own(409, "A webhook with this URL already exists"),
            6,
            "the API answered 409: A webhook with this URL already exists (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            "Change the webhook that has this URL with 'rtk-webhooks edit', or give another URL."),
        new Row(
            "429",
            LIST,
            429,
            Map.of("cf-ray", "8f2b1c0d9e3a4b5c-FRA", "Retry-After", "600"),
            edge("{\"code\":971,\"message\":\"Please wait\"}"),
            7,
            "the API answered 429: Please wait (code 971, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            "Try again in 600 seconds."),
        new Row(
            "429 without a wait",
            CREATE,
            429,
            RAY,
            "",
            7,
            "the API answered 429 (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            "Wait before you try again."),
        new Row(
            "500 to what only reads",
            GET,
            500,
            RAY,
            own(500, "Internal"),
            1,
            "the API answered 500: Internal (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            LATER),
        new Row(
            "500 to what may have been stored",
            CREATE,
            500,
            RAY,
            own(500, "Internal"),
            1,
            "the API answered 500: Internal (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            MAYBE_DONE),
        new Row(
            "524 with a page",
            CREATE,
            524,
            RAY,
            "<!DOCTYPE html>\n<html><head><title>A timeout\noccurred</title></head></html>",
            1,
            "the API answered 524: A timeout occurred (cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            MAYBE_DONE),
        new Row(
            "200 without success",
            GET,
            200,
            RAY,
            own(1, "Something else"),
            1,
            "the API answered 200: Something else (code 1, cf-ray 8f2b1c0d9e3a4b5c-FRA)",
            VERBOSE),
        new Row(
            "302",
            LIST,
            302,
            Map.of("Location", "https://example.com"),
            "",
            1,
            "the API answered 302",
            VERBOSE),
        new Row(
            "what a terminal would obey",
            GET,
            404,
            Map.of(),
            own(404, "\\u001b[2Jgone\\u009b5m"),
            5,
            "the API answered 404:  [2Jgone\\u009b5m",
            "Check the ids of account, app and webhook; 'rtk-webhooks list' shows what there is."));
  }

  private KnownFailures() {}
}
