package io.spoor.agent;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.openlineage.ModelDatasetFacet;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Models as they lie on disk: a file or a folder, with its size and its digest, which is its
 * version. A model is read for that when the run ends. Spoor's thread only.
 */
final class ModelFiles {

  /** Bytes read at the end of a run, at most: the JVM waits for it. */
  private static final long MOST_BYTES = 200L << 20;

  private static final int MOST_FILES = 2000;

  private final FileNames names;
  private final Ledger ledger;
  private final Map<DatasetId, String> digests = new HashMap<DatasetId, String>();
  private long read;

  ModelFiles(FileNames names, Ledger ledger) {
    this.names = names;
    this.ledger = ledger;
  }

  /** A model that is a folder is one dataset: files beneath that were used meanwhile are parts. */
  void gather(Access folder, boolean isOutput, long from, long until) {
    if (!names.isLocal(folder.id()) || !names.file(folder.id()).isDirectory()) {
      return;
    }
    List<DatasetId> members = new ArrayList<DatasetId>();
    for (Access file : isOutput ? ledger.outputs() : ledger.inputs()) {
      boolean isBeneath = file.id().name().startsWith(folder.id().name() + "/");
      boolean isMeanwhile = file.first() >= from && file.first() <= until;
      if (file != folder && isBeneath && isMeanwhile) {
        members.add(file.id());
      }
    }
    ledger.fold(members, folder.id(), isOutput, "files of one model");
  }

  /** Adds size and digest to what is told of a model, and makes the digest its version. */
  void describe(Access access, ModelDatasetFacet.Builder facet) {
    if (!names.isLocal(access.id())) {
      return;
    }
    List<File> files = new ArrayList<File>();
    File root = names.file(access.id());
    collect(root, files);
    long size = 0;
    for (File each : files) {
      size += each.length();
    }
    if (files.isEmpty()) {
      return;
    }
    facet.with("size", size);
    String digest = digests.get(access.id());
    if (digest == null && files.size() < MOST_FILES && read + size <= MOST_BYTES) {
      read += size;
      digest = root.isFile() ? FileDigest.sha256(root) : ofFolder(root, files);
      digests.put(access.id(), digest);
    }
    if (digest != null) {
      facet.with("digest", digest);
      access.setVersion(digest);
    }
  }

  private static void collect(File file, List<File> into) {
    File[] beneath = file.isDirectory() ? file.listFiles() : null;
    if (beneath != null) {
      Arrays.sort(beneath);
      for (File each : beneath) {
        if (into.size() < MOST_FILES) {
          collect(each, into);
        }
      }
    } else if (file.isFile()) {
      into.add(file);
    }
  }

  private static String ofFolder(File root, List<File> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (File each : files) {
        String digest = FileDigest.sha256(each);
        if (digest == null) {
          return null;
        }
        String path = root.toPath().relativize(each.toPath()).toString().replace('\\', '/');
        sha.update((digest + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return FileDigest.text(sha);
    } catch (NoSuchAlgorithmException e) {
      return null;
    }
  }
}
