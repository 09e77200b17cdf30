package io.github.realtimekit.webhooks.cli;

/**
 * What the launcher found out about the terminal, since Java cannot tell which of the streams are
 * one. Where the launcher said nothing, all is as in a script.
 *
 * @param in whether standard input is a terminal, and so on
 * @param columns its width; {@link Integer#MAX_VALUE} if it has none
 */
record Terminal(boolean in, boolean out, boolean err, int columns) {
  private static final int NARROWEST = 40;

  static Terminal current() {
    String terminals = System.getProperty("rtk.terminals", "");
    String columns = System.getProperty("rtk.columns", "");
    boolean known = columns.matches("[1-9]\\d{0,4}");
    return new Terminal(
        terminals.contains("0"),
        terminals.contains("1"),
        terminals.contains("2"),
        known ? Math.max(NARROWEST, Integer.parseInt(columns)) : Integer.MAX_VALUE);
  }

  /** Says something to the person who looks on, if there is one. */
  void tell(String text) {
    if (err) {
      System.out.flush();
      System.err.println(text);
    }
  }

  /** The text for standard output, where it is to stand out. */
  String bold(String text) {
    return out && isColourWanted() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /** The text for standard error, where it tells of a failure. */
  String red(String text) {
    return err && isColourWanted() ? "\u001b[31m" + text + "\u001b[0m" : text;
  }

  static boolean isColourWanted() {
    return System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(System.getenv("TERM"));
  }
}
