package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

/** Private key of this user that {@code trigger} signs with and {@code listen --dev} trusts. */
public final class DevelopmentKey {
  private DevelopmentKey() {}

  /**
   * Reads the key, which the first call makes.
   *
   * @throws IOException if it cannot be read or made; the message names file and reason
   * @throws IllegalArgumentException if the file holds no usable key
   */
  public static DeliverySigner signer() throws IOException {
    Path file = file(System.getenv());
    try {
      if (!Files.exists(file)) {
        write(file);
      }
      return DeliverySigner.fromPem(Files.readString(file));
    } catch (IOException e) {
      throw new IOException(
          "Cannot read or make the development key " + file + ": " + InputFile.reason(e), e);
    }
  }

  /** Returns the file with the key, in the user's configuration folder. */
  static Path file(Map<String, String> environment) {
    String folder = environment.getOrDefault("XDG_CONFIG_HOME", "");
    // Java takes user.home from the list of users, which may lack this one in a container.
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path configuration = folder.isEmpty() ? Path.of(home, ".config") : Path.of(folder);
    return configuration.resolve("rtk-webhooks").resolve("development-key.pem");
  }

  private static void write(Path file) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path written = Files.createTempFile(folder, "development-key", ".tmp", ownerOnly);
    try {
      Files.writeString(written, newKey());
      // A link appears at once and whole, and only once if two processes make a key.
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      // Another process was first: its key is the one to use.
    } finally {
      Files.delete(written);
    }
  }

  private static String newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Each Java platform has RSA.
    }
  }
}
