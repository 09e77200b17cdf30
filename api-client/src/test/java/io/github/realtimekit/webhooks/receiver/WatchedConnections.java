package io.github.realtimekit.webhooks.receiver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Data sources that let a test act before a statement or a commit, or fail it. */
final class WatchedConnections {
  private WatchedConnections() {}

  /** Where the connections come from. */
  interface Source {
    Connection get() throws SQLException;
  }

  /** Acts before a call of a connection. */
  interface Watch {
    /**
     * Returns whether the call is carried out.
     *
     * @param call name of the method, or the SQL of a statement
     */
    boolean allows(String call) throws SQLException;
  }

  static DataSource of(Source source, Watch watch) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> watched(source.get(), watch));
  }

  private static Connection watched(Connection connection, Watch watch) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean isStatement = method.getName().equals("prepareStatement");
              if (!watch.allows(isStatement ? (String) arguments[0] : method.getName())) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
