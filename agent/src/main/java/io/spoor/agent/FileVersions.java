package io.spoor.agent;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.json.UtcTime;
import io.spoor.ledger.Access;
import io.spoor.model.DatasetId;
import java.io.File;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What tells one state of a file from another: its size and the time of its last change, and where
 * the user wants it the digest of its content, the one case in which Spoor opens a file of the job.
 * It also tells where a path with links leads to. Spoor's thread only.
 */
final class FileVersions {

  private static final class Digest {
    final String stat;
    final String text;

    Digest(String stat, String text) {
      this.stat = stat;
      this.text = text;
    }
  }

  private final FileNames names;
  private final boolean digests;
  private final Misunderstood misunderstood;
  private final Map<Access, Digest> known = new IdentityHashMap<Access, Digest>();

  /**
   * @param digests whether files are read again once the job has closed them
   */
  FileVersions(FileNames names, boolean digests, Misunderstood misunderstood) {
    this.names = names;
    this.digests = digests;
    this.misunderstood = misunderstood;
  }

  /** A file is read for the first time: as it is now. */
  void read(Access input) {
    if (input != null && isFile(input) && input.version() == null) {
      input.setVersion(stat(names.file(input.id())));
      input.setLink(target(input.id()));
    }
  }

  /** The job has closed a file. */
  void closed(Access access) {
    if (digests && access != null && isFile(access)) {
      File file = names.file(access.id());
      String stat = stat(file);
      Digest before = known.get(access);
      if (stat != null && (before == null || !before.stat.equals(stat))) {
        String digest = digest(file);
        if (digest != null) {
          known.put(access, new Digest(stat, digest));
        }
      }
    }
  }

  /** The run is over: outputs are what they are now. */
  void finish(Iterable<Access> inputs, Iterable<Access> outputs) {
    for (Access input : inputs) {
      Digest digest = known.get(input);
      if (digest != null && digest.stat.equals(input.version())) {
        input.setVersion(digest.text);
      }
    }
    for (Access output : outputs) {
      if (isFile(output)) {
        String stat = stat(names.file(output.id()));
        Digest digest = known.get(output);
        output.setVersion(digest != null && digest.stat.equals(stat) ? digest.text : stat);
        output.setLink(target(output.id()));
      }
    }
  }

  private boolean isFile(Access access) {
    return access.kind() == Access.Kind.FILE
        && access.members() == null
        && names.isLocal(access.id());
  }

  /** Null when there is no such file. */
  private static String stat(File file) {
    long modified = file.lastModified();
    return modified == 0 || !file.isFile()
        ? null
        : "size=" + file.length() + ",modified=" + UtcTime.iso(modified);
  }

  /** Where the file is that the path leads to; null when that is the path itself. */
  private DatasetId target(DatasetId id) {
    try {
      String path = names.normal(names.file(id).getCanonicalPath());
      return path.equals(id.name()) ? null : names.dataset(path);
    } catch (IOException e) {
      return null;
    }
  }

  private String digest(File file) {
    String digest = FileDigest.sha256(file);
    if (digest == null) {
      misunderstood.add("No digest of " + file + ": it cannot be read", null);
    }
    return digest;
  }
}
