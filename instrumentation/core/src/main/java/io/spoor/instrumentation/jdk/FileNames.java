package io.spoor.instrumentation.jdk;

import io.spoor.model.DatasetId;
import java.io.File;

/**
 * Names of files: absolute, normalised as text from what the program wrote. The file system is
 * never asked, so links stay as they were written.
 */
public final class FileNames {

  /** Namespace of local files. */
  public static final String NAMESPACE = "file";

  private final String workingDirectory;

  /**
   * @param workingDirectory user.dir when the JVM started
   */
  public FileNames(String workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /** The dataset of a local file. */
  public static DatasetId dataset(String absolute) {
    return new DatasetId(NAMESPACE, absolute);
  }

  /** The absolute path of what the program wrote. */
  public String absolute(String path) {
    File file = new File(path);
    return normal(file.isAbsolute() ? path : new File(workingDirectory, path).getPath());
  }

  /**
   * Folds {@code .}, {@code ..} and doubled separators; Windows paths get slashes: {@code /C:/x}.
   */
  public static String normal(String absolute) {
    String path = absolute;
    if (File.separatorChar == '\\') {
      path = path.replace('\\', '/');
      if (path.length() > 1 && path.charAt(1) == ':') {
        path = "/" + path;
      }
    }
    if (path.indexOf("/.") < 0 && path.indexOf("//") < 0) {
      return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
    StringBuilder out = new StringBuilder(path.length());
    int i = 0;
    while (i < path.length()) {
      int slash = path.indexOf('/', i);
      String part = slash < 0 ? path.substring(i) : path.substring(i, slash);
      if (part.equals("..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
      } else if (!part.isEmpty() && !part.equals(".")) {
        out.append('/').append(part);
      }
      i = slash < 0 ? path.length() : slash + 1;
    }
    return out.length() == 0 ? "/" : out.toString();
  }
}
