package io.github.realtimekit.webhooks.readme;

import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.receiver.WebhookEndpoint;
import jakarta.servlet.http.HttpServlet;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Servers that the README has a snippet for, each with its endpoint at {@code /hooks}. */
enum WebhookServers {
  JDK {
    @Override
    Running start(WebhookEndpoint endpoint) throws Exception {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService threads = Executors.newCachedThreadPool();
      server.setExecutor(threads);
      server.createContext("/hooks", new JdkServerWebhook(endpoint));
      server.start();
      return running(
          server.getAddress().getPort(),
          () -> {
            server.stop(0);
            threads.shutdownNow();
          });
    }
  },
  SERVLET {
    @Override
    Running start(WebhookEndpoint endpoint) throws Exception {
      return tomcat(new ServletWebhook(endpoint));
    }
  },
  SPRING {
    @Override
    Running start(WebhookEndpoint endpoint) throws Exception {
      AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
      context.register(Mvc.class);
      context.addBeanFactoryPostProcessor(
          beans -> beans.registerSingleton("webhook", new SpringWebhook(endpoint)));
      return tomcat(new DispatcherServlet(context));
    }
  },
  JAX_RS {
    @Override
    Running start(WebhookEndpoint endpoint) {
      HttpServer server =
          JdkHttpServerFactory.createHttpServer(
              URI.create("http://127.0.0.1:0/"),
              new ResourceConfig().register(new JaxRsWebhook(endpoint)),
              false);
      ExecutorService threads = Executors.newCachedThreadPool();
      server.setExecutor(threads);
      server.start();
      return running(
          server.getAddress().getPort(),
          () -> {
            server.stop(0);
            threads.shutdownNow();
          });
    }
  };

  static {
    Logger.getLogger("").setLevel(Level.OFF); // Of Tomcat and Jersey, which say that they start.
  }

  @EnableWebMvc
  static class Mvc {}

  /** A server that was started. */
  record Running(URI url, Closeable stop) implements Closeable {
    @Override
    public void close() throws IOException {
      stop.close();
    }
  }

  abstract Running start(WebhookEndpoint endpoint) throws Exception;

  private static Running running(int port, Closeable stop) {
    return new Running(URI.create("http://127.0.0.1:" + port + "/hooks"), stop);
  }

  private static Running tomcat(HttpServlet servlet) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir("target/tomcat");
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    Tomcat.addServlet(tomcat.addContext("", null), "webhook", servlet).addMapping("/");
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.start();
    return running(
        tomcat.getConnector().getLocalPort(),
        () -> {
          try {
            tomcat.stop();
            tomcat.destroy();
          } catch (LifecycleException e) {
            throw new IOException(e);
          }
        });
  }
}
