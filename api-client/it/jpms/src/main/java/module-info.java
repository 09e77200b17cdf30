module com.example.application {
  requires io.github.realtimekit.webhooks;
}
