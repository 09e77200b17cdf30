/** Client for the webhooks of RealtimeKit, and receiver of their deliveries. */
@SuppressWarnings("module") // an application has one Jackson or none
module io.github.realtimekit.webhooks {
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive retrofit2;
  requires static transitive java.sql;
  requires static transitive org.jspecify;
  requires static com.fasterxml.jackson.annotation;
  requires static transitive java.compiler; // for @Generated, which only sources have
  // Automatic modules do not declare their dependencies.
  requires kotlin.stdlib;
  requires okio;
  requires retrofit2.converter.moshi;

  exports io.github.realtimekit.webhooks;
  exports io.github.realtimekit.webhooks.receiver;

  opens io.github.realtimekit.webhooks to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
}
