import com.sun.net.httpserver.HttpServer
import io.github.realtimekit.webhooks.WebhookPatch
import io.github.realtimekit.webhooks.WebhooksClient
import java.net.InetAddress
import java.net.InetSocketAddress
import java.util.UUID

private const val RESPONSE =
    """{"data":{"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","name":"renamed"},"success":true}"""

/** Renames a webhook at a server of its own. */
fun main() {
  val sent = mutableListOf<String>()
  val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
  server.createContext("/") { exchange ->
    sent += exchange.requestMethod + " " + exchange.requestBody.readBytes().decodeToString()
    exchange.responseHeaders["Content-Type"] = "application/json"
    exchange.sendResponseHeaders(200, RESPONSE.length.toLong())
    exchange.responseBody.use { it.write(RESPONSE.toByteArray()) }
  }
  server.start()
  try {
    val builder =
        WebhooksClient.builder()
            .apiToken("test-token")
            .accountId("acc")
            .appId("app")
            .baseUrl("http://127.0.0.1:${server.address.port}")
    builder.build().use { webhooks ->
      val id = UUID.fromString("0d1f069d-43bb-489a-ad8c-7eb95592ba8e")
      val edited = webhooks.editWebhook(id, WebhookPatch.builder().name("renamed").build())
      check(edited.name() == "renamed")
      check(edited.missingFields().contains("url"))
    }
  } finally {
    server.stop(0)
  }
  check(sent == listOf("""PATCH {"name":"renamed"}""")) { sent }
}
