import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Measures whole processes of the command line beside an empty Java program and the vendor's TypeScript SDK, in turns.
 * Run in the root of the project after a build:
 *
 * <pre>java cli-sample/src/bench/ColdStart.java [rounds]</pre>
 */
final class ColdStart {
  private static final Path MODULE = Path.of("cli-sample").toAbsolutePath();
  private static final String LAUNCHER = MODULE.resolve("rtk-webhooks").toString();
  private static final Path JAR = MODULE.resolve("target/rtk-webhooks.jar");
  private static final Path OUT = MODULE.resolve("target/cold-start");
  private static final String JAVA =
      System.getenv("JAVA_HOME") == null ? "java" : System.getenv("JAVA_HOME") + "/bin/java";
  private static final Pattern HEAP_BOTTOM_AND_TOP = Pattern.compile("\\[0x(\\w+), 0x(\\w+), 0x\\w+\\)");
  private static final List<Integer> SIZES = List.of(25, 1_000, 10_000);
  private static final String WEBHOOK =
      """
      {"id":"0195a6ee-9d3c-7000-8000-%012d","name":"Webhook %d","url":"https://example.com/hooks/%d","enabled":true,
      "created_at":"2022-05-28T07:01:53.075Z","updated_at":"2022-05-28T07:01:53.075Z",
      "events":["meeting.started","meeting.ended","meeting.participantJoined","meeting.participantLeft",
      "meeting.chatSynced","recording.statusUpdate","livestreaming.statusUpdate","meeting.transcript","meeting.summary"]}""";

  private record Program(String name, int webhooks, List<String> command) {}

  /** Milliseconds until the process ended, and of processor time that it took with its children. */
  private record Result(double wall, double processor, String output) {}

  private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final int rounds;

  private ColdStart(int rounds) throws IOException {
    this.rounds = rounds;
    Map<String, byte[]> responses = new LinkedHashMap<>();
    for (int webhooks : SIZES) {
      String data = IntStream.range(0, webhooks).mapToObj(i -> WEBHOOK.formatted(i, i, i)).collect(Collectors.joining(","));
      responses.put("/kit/" + webhooks + "/webhooks", "{\"success\":true,\"data\":[%s]}".formatted(data).getBytes(UTF_8));
    }
    server.createContext("/", exchange -> {
      String path = exchange.getRequestURI().getPath();
      byte[] response = responses.get(path.substring(path.indexOf("/kit/")));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, response.length);
      exchange.getResponseBody().write(response);
      exchange.close();
    });
  }

  public static void main(String[] args) throws Exception {
    Files.createDirectories(OUT);
    ColdStart measurement = new ColdStart(args.length == 0 ? 20 : Integer.parseInt(args[0]));
    measurement.server.start();
    try {
      System.out.print(Files.readString(Files.writeString(OUT.resolveSibling("cold-start.md"), measurement.report())));
    } finally {
      measurement.server.stop(0);
    }
  }

  private String report() throws Exception {
    String node = installPeer();
    Path empty = Files.writeString(OUT.resolve("Empty.java"), "class Empty { public static void main(String[] arguments) {} }");
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-d", OUT.toString(), empty.toString());
    String java = run(new Program("Java", 0, List.of(JAVA, "-version"))).output().lines().toList().get(1);
    return """
        # Cold start of the command line

        %s, %d cores, %s, Node %s. %d rounds; each cell is the median (lower to upper quartile) of the rounds.

        %s
        %s""".formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), java,
        node.isEmpty() ? "is not there, so without it" : node, rounds, starts(!node.isEmpty()), scale());
  }

  private String starts(boolean node) throws Exception {
    List<Program> programs = new ArrayList<>(List.of(
        new Program("empty Java program", 0, List.of(JAVA, "-cp", OUT.toString(), "Empty")),
        new Program("`rtk-webhooks --help`", 0, List.of(LAUNCHER, "--help")),
        new Program("`rtk-webhooks list`, 25 webhooks", 25, List.of(LAUNCHER, "list"))));
    if (node) {
      programs.add(new Program("the same with the TypeScript SDK", 25, List.of("node", OUT.resolve("list.mjs").toString())));
    }
    List<List<Result>> results = inTurns(programs, rounds);
    return starts(programs, "Processor time", each(results, Result::processor), node)
        + starts(programs, "Wall time", each(results, Result::wall), node);
  }

  private static String starts(List<Program> programs, String heading, List<List<Double>> times, boolean node) {
    StringBuilder table =
        new StringBuilder("| %s of a whole process | ms | ÷ empty Java | ÷ TypeScript SDK |\n|---|---|---|---|\n".formatted(heading));
    for (int i = 0; i < programs.size(); i++) {
      table.append("| %s | %s | %s | %s |\n".formatted(programs.get(i).name(), median(times.get(i), "%.0f"),
          ratio(times.get(i), times.get(0)), node ? ratio(times.get(i), times.get(3)) : ""));
    }
    return table.append('\n').toString();
  }

  private static List<List<Double>> each(List<List<Result>> results, Function<Result, Double> time) {
    return results.stream().map(ofProgram -> ofProgram.stream().map(time).toList()).toList();
  }

  /** Cost of each webhook beyond the first 25. */
  private String scale() throws Exception {
    StringBuilder table = new StringBuilder("| Each webhook beyond 25 | of | µs | bytes allocated |\n|---|---|---|---|\n");
    for (String format : List.of("json", "table")) {
      List<Program> programs = SIZES.stream()
          .map(size -> new Program(format, size, List.of(LAUNCHER, "list", "--output", format))).toList();
      List<List<Double>> times = each(inTurns(programs, rounds / 2 + 1), Result::wall);
      for (int i = 1; i < SIZES.size(); i++) {
        int more = SIZES.get(i) - SIZES.get(0);
        List<Double> added = pairs(times.get(i), times.get(0), (many, few) -> (many - few) * 1000 / more);
        long bytes = (allocated(format, SIZES.get(i)) - allocated(format, SIZES.get(0))) / more;
        table.append("| `list --output %s` | %,d | %s | %,d |\n".formatted(format, SIZES.get(i), median(added, "%.0f"), bytes));
      }
    }
    return table.toString();
  }

  /** Exact: without a collector and without buffers for each thread the heap grows by each object alone. */
  private long allocated(String format, int webhooks) throws Exception {
    Result result = run(new Program("allocation", webhooks, List.of(
        JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC", "-XX:-UseTLAB", "-Xmx6g",
        "-Xlog:gc*", "-jar", JAR.toString(), "list", "--output", format)));
    MatchResult space = HEAP_BOTTOM_AND_TOP.matcher(result.output()).results().findFirst().orElseThrow();
    return Long.parseLong(space.group(2), 16) - Long.parseLong(space.group(1), 16);
  }

  /** Results of each program, one run of each in a round; the first round warms the file cache. */
  private List<List<Result>> inTurns(List<Program> programs, int rounds) throws Exception {
    List<List<Result>> results = programs.stream().<List<Result>>map(program -> new ArrayList<>()).toList();
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < programs.size(); i++) {
        results.get(i).add(run(programs.get(i)));
      }
    }
    results.forEach(ofProgram -> ofProgram.remove(0));
    return results;
  }

  private Result run(Program program) throws Exception {
    Path output = OUT.resolve("output");
    Path times = OUT.resolve("times");
    // Java has no figures of a process that has ended; Bash does.
    List<String> command = new ArrayList<>(List.of("bash", "-c",
        "TIMEFORMAT='%R %U %S'; { time \"$@\" >output 2>&1; } 2>times", "bash"));
    command.addAll(program.command());
    ProcessBuilder builder = new ProcessBuilder(command).directory(OUT.toFile());
    builder.environment().putAll(Map.of(
        "CLOUDFLARE_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort(), "CLOUDFLARE_API_TOKEN", "test-token",
        "CLOUDFLARE_ACCOUNT_ID", "account", "REALTIMEKIT_APP_ID", String.valueOf(program.webhooks())));
    Process process = builder.start();
    int exit = process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : process.destroyForcibly().waitFor();
    String text = Files.readString(output);
    if (exit != 0 || program.webhooks() > 0 && !text.contains("https://example.com/hooks/" + (program.webhooks() - 1))) {
      throw new IllegalStateException(program + " ended with " + exit + ": " + text);
    }
    double[] seconds = Stream.of(Files.readString(times).strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Result(seconds[0] * 1000, (seconds[1] + seconds[2]) * 1000, text);
  }

  /** Gives the version of Node, or nothing where there is no Node with npm. */
  private String installPeer() throws Exception {
    String version;
    try {
      run(new Program("npm", 0, List.of("npm", "--version")));
      version = run(new Program("Node", 0, List.of("node", "--version"))).output().strip();
    } catch (IllegalStateException notThere) {
      return "";
    }
    for (String file : List.of("package.json", "list.mjs")) {
      Files.copy(MODULE.resolve("src/bench").resolve(file), OUT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(OUT.resolve("node_modules/cloudflare"))) {
      run(new Program("npm", 0, List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")));
    }
    return version;
  }

  private static List<Double> pairs(List<Double> first, List<Double> second, DoubleBinaryOperator operator) {
    return IntStream.range(0, first.size()).mapToObj(i -> operator.applyAsDouble(first.get(i), second.get(i))).toList();
  }

  private static String ratio(List<Double> first, List<Double> second) {
    return median(pairs(first, second, (a, b) -> a / b), "%.2f");
  }

  private static String median(List<Double> values, String format) {
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    return (format + " (" + format + "–" + format + ")")
        .formatted(sorted.get((last + 1) / 2), sorted.get(last / 4), sorted.get(last - last / 4));
  }
}
