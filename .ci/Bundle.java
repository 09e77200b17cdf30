import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/**
 * Lists the files deployed to a folder, and fails if they break one of the rules that Maven Central publishes.
 * Only Central checks whether the signing key is on a key server.
 *
 * <pre>
 * mvn -Prelease deploy -DaltDeploymentRepository=bundle::file://$PWD/target/bundle
 * java .ci/Bundle.java target/bundle
 * </pre>
 */
final class Bundle {
  private static final List<String> METADATA =
      List.of("name", "description", "url", "licenses/license/name", "licenses/license/url", "developers/developer/name",
          "scm/connection", "scm/developerConnection", "scm/url");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    Bundle bundle = new Bundle();
    bundle.read(Path.of(args[0]));
    bundle.check();
    bundle.files.forEach((name, bytes) -> System.out.printf("%,11d  %s%n", bytes.length, name));
    bundle.broken.forEach(rule -> System.err.println("broken: " + rule));
    System.exit(bundle.broken.isEmpty() && !bundle.files.isEmpty() ? 0 : 1);
  }

  private void read(Path repository) throws IOException {
    try (Stream<Path> paths = Files.walk(repository)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = repository.relativize(path).toString().replace('\\', '/');
        if (!path.getFileName().toString().startsWith("maven-metadata")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
  }

  private void check() throws Exception {
    for (String name : files.keySet()) {
      if (!name.matches(".*\\.(asc|md5|sha1|sha256|sha512)")) {
        need(files.containsKey(name + ".asc"), name + " has no signature");
        need(sumOf("MD5", name, ".md5"), name + ".md5 is missing or wrong");
        need(sumOf("SHA-1", name, ".sha1"), name + ".sha1 is missing or wrong");
      }
      if (name.endsWith(".pom")) {
        checkPom(name);
      }
    }
  }

  private void checkPom(String name) throws Exception {
    Document pom = parse(files.get(name));
    XPath paths = XPathFactory.newInstance().newXPath();
    Document parent = parentOf(pom, paths);
    String version = text(paths, pom, parent, "version");
    String group = text(paths, pom, parent, "groupId");
    String artifact = paths.evaluate("/project/artifactId", pom);
    String stem = group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-" + version;
    need(name.equals(stem + ".pom"), name + " is not where its coordinates say: " + stem + ".pom");
    need(!version.endsWith("-SNAPSHOT"), name + " is a snapshot");
    for (String path : METADATA) {
      need(!text(paths, pom, parent, path).isEmpty(), name + " has no " + path);
    }
    if (!paths.evaluate("/project/packaging", pom).equals("pom")) {
      for (String file : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
        need(files.containsKey(stem + file), stem + file + " is missing");
      }
    }
  }

  /** The parent in this bundle, from which a POM inherits. */
  private Document parentOf(Document pom, XPath paths) throws Exception {
    String artifact = paths.evaluate("/project/parent/artifactId", pom);
    String name = "/" + artifact + "-" + paths.evaluate("/project/parent/version", pom) + ".pom";
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!artifact.isEmpty() && file.getKey().endsWith(name)) {
        return parse(file.getValue());
      }
    }
    return pom;
  }

  private static Document parse(byte[] pom) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(pom));
  }

  private static String text(XPath paths, Document pom, Document parent, String path) throws Exception {
    String own = paths.evaluate("/project/" + path, pom);
    return own.isEmpty() ? paths.evaluate("/project/" + path, parent) : own;
  }

  private boolean sumOf(String algorithm, String name, String extension) throws GeneralSecurityException {
    byte[] sum = MessageDigest.getInstance(algorithm).digest(files.get(name));
    String hex = String.format("%0" + 2 * sum.length + "x", new BigInteger(1, sum));
    byte[] given = files.get(name + extension);
    return given != null && new String(given, java.nio.charset.StandardCharsets.US_ASCII).strip().equals(hex);
  }

  private void need(boolean kept, String rule) {
    if (!kept) {
      broken.add(rule);
    }
  }
}
