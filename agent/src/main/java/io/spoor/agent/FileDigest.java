package io.spoor.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that tells the content of a file, where the user wants one. Any thread. */
final class FileDigest {

  private FileDigest() {}

  /** The digest of a file's content; null when it cannot be read. */
  static String sha256(File file) {
    try (FileInputStream in = new FileInputStream(file)) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha.update(buffer, 0, n);
      }
      return text(sha);
    } catch (IOException e) {
      return null;
    } catch (NoSuchAlgorithmException e) {
      // Every JVM has it.
      return null;
    }
  }

  /** As it stands in events. */
  static String text(MessageDigest sha) {
    StringBuilder text = new StringBuilder("sha256:");
    for (byte b : sha.digest()) {
      text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return text.toString();
  }
}
