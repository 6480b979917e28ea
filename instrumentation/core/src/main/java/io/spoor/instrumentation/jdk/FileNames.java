package io.spoor.instrumentation.jdk;

import io.spoor.model.DatasetId;
import java.io.File;

/**
 * Names of files: absolute, normalised as text from what the program wrote. The file system is
 * never asked, so links stay as they were written. Windows paths get slashes: {@code /C:/x.csv},
 * and {@code //server/share/x.csv} in a share.
 */
public final class FileNames {

  /** Namespace of local files, unless the user names another one. */
  public static final String NAMESPACE = "file";

  private static final String LONG = "//?/";
  private static final String LONG_UNC = "//?/UNC/";

  private final String workingDirectory;
  private final String namespace;
  private final boolean isWindows;

  /**
   * @param workingDirectory user.dir when the JVM started
   * @param namespace of local files
   */
  public FileNames(String workingDirectory, String namespace) {
    this(workingDirectory, namespace, File.separatorChar);
  }

  FileNames(String workingDirectory, String namespace, char separator) {
    this.isWindows = separator == '\\';
    this.workingDirectory = slashed(workingDirectory);
    this.namespace = namespace;
  }

  /** The dataset of a local file. */
  public DatasetId dataset(String absolute) {
    return new DatasetId(namespace, absolute);
  }

  /** Whether a dataset is a local file. */
  public boolean isLocal(DatasetId id) {
    return id.namespace().equals(namespace);
  }

  /** Where a local file lies, as java.io.File takes it. */
  public File file(DatasetId local) {
    String name = local.name();
    boolean hasDrive = isWindows && name.length() > 2 && name.charAt(2) == ':';
    return new File(hasDrive ? name.substring(1) : name);
  }

  /** The absolute path of what the program wrote. */
  public String absolute(String path) {
    String written = slashed(path);
    if (isAbsolute(written)) {
      return normal(written);
    }
    if (isWindows && written.startsWith("/")) {
      // On the drive of the working directory.
      return normal(workingDirectory.substring(0, drive(workingDirectory)) + written);
    }
    return normal(workingDirectory + "/" + written);
  }

  private String slashed(String path) {
    if (!isWindows) {
      return path;
    }
    String slashed = path.replace('\\', '/');
    // The prefixes that lift the limit of 260 letters.
    if (slashed.startsWith(LONG_UNC)) {
      return "//" + slashed.substring(LONG_UNC.length());
    }
    return slashed.startsWith(LONG) ? slashed.substring(LONG.length()) : slashed;
  }

  private boolean isAbsolute(String slashed) {
    if (!isWindows) {
      return slashed.startsWith("/");
    }
    int drive = drive(slashed);
    return slashed.startsWith("//") || drive > 0 && slashed.startsWith("/", drive);
  }

  /** The length of {@code C:} in front; 0 without. */
  private static int drive(String slashed) {
    return slashed.length() > 1 && slashed.charAt(1) == ':' ? 2 : 0;
  }

  /** Folds {@code .}, {@code ..} and doubled separators of an absolute path. */
  public String normal(String absolute) {
    String path = slashed(absolute);
    boolean isShare = isWindows && path.startsWith("//");
    if (isWindows && drive(path) > 0) {
      path = "/" + path;
    }
    if (!isShare && path.indexOf("/.") < 0 && path.indexOf("//") < 0) {
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
    if (isShare) {
      out.insert(0, '/');
    }
    return out.length() == 0 ? "/" : out.toString();
  }
}
