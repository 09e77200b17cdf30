package io.github.realtimekit.webhooks.sandbox;

import java.util.Locale;

/**
 * Every sentence that the sandbox answers with. Each row says how far it is known, and from where.
 */
enum Text {
  // RealtimeKit, 400.

  /** Documented: the example of a bad request in the vendor's published OpenAPI. */
  REQUIRED("BAD_REQUEST: \"%s\" is required"),
  /** Documented: the other example there, without a colon, and with its own name for the id. */
  NOT_A_UUID("BAD_REQUEST \"id\" must be a valid GUID"),
  /** Assumed: the documented texts are written as the library joi writes them, so are the next. */
  NOT_A_STRING("BAD_REQUEST: \"%s\" must be a string"),
  /** Assumed: joi. */
  NOT_A_URI("BAD_REQUEST: \"%s\" must be a valid uri"),
  /** Assumed: joi. */
  NOT_AN_ARRAY("BAD_REQUEST: \"%s\" must be an array"),
  /** Assumed: joi. */
  NOT_A_BOOLEAN("BAD_REQUEST: \"%s\" must be a boolean"),
  /** Assumed: joi. The allowed values are those of the spec, in its order. */
  NOT_AN_EVENT("BAD_REQUEST: \"events[%d]\" must be one of [%s]"),
  /** Assumed: joi, which says so of a body that is JSON, but no object. */
  NOT_AN_OBJECT("BAD_REQUEST: \"value\" must be of type object"),
  /** Assumed, with no model. */
  NOT_JSON("BAD_REQUEST: the body is not JSON"),

  // RealtimeKit, other statuses.

  /** Assumed: only the status and the shape of this answer were observed. */
  NO_WEBHOOKS("No webhooks found"),
  /** Assumed. */
  NO_SUCH_WEBHOOK("Webhook not found"),
  /** Assumed: only the status was observed. */
  URL_TAKEN("A webhook with this URL already exists"),
  /** Assumed. */
  SERVER_ERROR("Internal Server Error"),
  /** The sandbox's own: a test asked for this status. */
  TOLD_TO("The sandbox was told to answer %d"),

  // 401.

  /** Documented: the vendor's pages "Add" and "Fetch details of a webhook"; not JSON. */
  UNAUTHORIZED("{\n  message: \"Unauthorized\"\n}\n"),
  /** Documented: the vendor's page "Edit"; JSON. Delete has the same in the vendor's OpenAPI. */
  UNAUTHORIZED_AS_JSON("{\n  \"message\": \"Unauthorized\"\n}\n"),

  // The platform's edge, the number being its own code.

  /** Observed, with status 400: issue 2678 of cloudflare/cloudflare-python. */
  EDGE_9106("Missing X-Auth-Key, X-Auth-Email or Authorization headers"),
  /** Observed, with status 400: issue 161 of cloudflare/cloudflare-typescript. */
  EDGE_6003("Invalid request headers"),
  /** Observed below 6003; the wording follows that of 6103 in the same issue. */
  EDGE_6111("Invalid format for Authorization header"),
  /** Observed, with status 403. */
  EDGE_9109("Unauthorized to access requested resource"),
  /** Observed, with status 429. */
  EDGE_971("Please wait and consider throttling your request speed"),
  /** Observed: issue 9142 of cloudflare/workers-sdk. That its status is 404 is assumed. */
  EDGE_7000("No route for that URI"),
  /** Assumed. */
  EDGE_7001("Method %s not available for that URI"),
  /** Assumed: the code, which is the status again, as well. */
  EDGE_413("Request body is larger than %d bytes");

  private final String template;

  Text(String template) {
    this.template = template;
  }

  String with(Object... values) {
    return String.format(Locale.ROOT, template, values);
  }
}
