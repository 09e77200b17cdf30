package io.github.realtimekit.webhooks.cli.option;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that options name. */
public final class InputFile {
  private InputFile() {}

  /**
   * Reads a file.
   *
   * @param file - for standard input
   * @throws IOException if it cannot be read; the message names file and reason
   */
  public static byte[] read(Path file) throws IOException {
    try {
      return file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("Cannot read " + file + ": " + reason(e), e);
    }
  }

  /** Returns why a file cannot be used, in words, without its path. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException failure && failure.getReason() != null
        ? failure.getReason()
        : String.valueOf(e.getMessage());
  }
}
