package io.spoor.agent;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.model.DatasetId;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Path;

/**
 * Names files of file systems that are not the platform's own. As in OpenLineage's rules for object
 * stores and HDFS, the namespace is scheme and authority of the file system's URIs without a user
 * ({@code jimfs://shop}, or {@code memory} where there is no authority) and the name is the
 * absolute path. An entry of a zip archive is part of the archive, which is the dataset. Spoor's
 * thread only.
 */
final class ForeignFiles {

  /** Stores whose keys are written without a slash in front. */
  private static final String[] OBJECT_STORES = {
    "s3", "s3a", "s3n", "gs", "abfs", "abfss", "wasb", "wasbs"
  };

  /** The JDK's own images, and the class path of Spring Boot's executable archives. */
  private static final String[] NO_DATA = {"jrt", "nested"};

  private final FileNames names;
  private final SpoorRecorder recorder;

  /**
   * @param recorder knows the authorities of the file systems it has seen
   */
  ForeignFiles(FileNames names, SpoorRecorder recorder) {
    this.names = names;
    this.recorder = recorder;
  }

  /** Whether a path is an entry of a zip archive. */
  static boolean isInArchive(Path path) {
    return "jar".equals(path.getFileSystem().provider().getScheme());
  }

  /** The dataset of a path; null when it is none. */
  DatasetId dataset(Path path) {
    FileSystem system = path.getFileSystem();
    String scheme = system.provider().getScheme();
    if (contains(NO_DATA, scheme)) {
      return null;
    }
    if (isInArchive(path)) {
      return archive(path.toUri().getRawSchemeSpecificPart());
    }
    SpoorState known = recorder.lookup(system);
    String authority = known == null ? null : (String) known.about;
    String name = (path.isAbsolute() ? path : path.toAbsolutePath()).normalize().toString();
    if (!"/".equals(system.getSeparator())) {
      name = name.replace(system.getSeparator(), "/");
    }
    return dataset(scheme, authority, name.startsWith("/") ? name : "/" + name);
  }

  /** From {@code file:///shop/orders.zip!/2026/orders.csv}. */
  private DatasetId archive(String address) {
    int end = address.lastIndexOf("!/");
    URI uri = URI.create(end < 0 ? address : address.substring(0, end));
    if ("file".equals(uri.getScheme())) {
      return names.dataset(names.normal(new File(uri).getPath()));
    }
    if (uri.isOpaque()) {
      return "jar".equals(uri.getScheme()) ? archive(uri.getRawSchemeSpecificPart()) : null;
    }
    return dataset(uri.getScheme(), uri.getRawAuthority(), uri.getPath());
  }

  private static DatasetId dataset(String scheme, String authority, String name) {
    if (authority == null || authority.isEmpty()) {
      return new DatasetId(scheme, name);
    }
    // What stands before the at sign is a user, often with the password.
    String namespace = scheme + "://" + authority.substring(authority.lastIndexOf('@') + 1);
    boolean isKey = contains(OBJECT_STORES, scheme) && name.length() > 1;
    return new DatasetId(namespace, isKey ? name.substring(1) : name);
  }

  private static boolean contains(String[] all, String one) {
    for (String each : all) {
      if (each.equals(one)) {
        return true;
      }
    }
    return false;
  }
}
