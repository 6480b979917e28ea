package io.spoor.agent;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.Fold;
import io.spoor.instrumentation.jdk.FoldRules;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ledger's view on files: an access is to the dataset that a file belongs to, which may have
 * many, and a file that is renamed or deleted leaves it. Files of committers are taken for what
 * they will be. Spoor's thread only.
 */
final class FileDatasets {

  private final FileNames names;
  private final Ledger ledger;
  private final FoldRules rules;
  private final String temporary;

  // Null while there was no file.
  private ManyFiles manyIn;
  private ManyFiles manyOut;

  /** Where members of a dataset went that still has others. */
  private final Map<DatasetId, Set<DatasetId>> movedTo = new HashMap<DatasetId, Set<DatasetId>>();

  /**
   * @param temporary the folder for temporary files, normalised
   */
  FileDatasets(FileNames names, Ledger ledger, FoldRules rules, String temporary) {
    this.names = names;
    this.ledger = ledger;
    this.temporary = temporary;
    this.rules = rules;
  }

  private ManyFiles many(boolean output) {
    if (output) {
      manyOut = manyOut == null ? new ManyFiles(rules) : manyOut;
      return manyOut;
    }
    manyIn = manyIn == null ? new ManyFiles(rules) : manyIn;
    return manyIn;
  }

  /** The read access of a file's dataset; null when the ledger is full. */
  Access input(DatasetId file) {
    return access(committed(file), false);
  }

  /** The write access of a file's dataset; null when the ledger is full. */
  Access output(DatasetId file) {
    DatasetId committed = committed(file);
    Access access = access(committed, true);
    if (access != null && !committed.equals(file)) {
      // What was there before was written for good.
      access.setUncommitted(access.isUncommitted() || !access.isUsed());
    } else if (access != null) {
      access.setUncommitted(false);
    }
    return access;
  }

  private static DatasetId committed(DatasetId file) {
    String name = FoldRules.committed(file.name());
    return name.equals(file.name()) ? file : new DatasetId(file.namespace(), name);
  }

  private Access access(DatasetId file, boolean output) {
    Fold fold = fold(file, output);
    if (fold == null) {
      boolean isNew = known(file, output) == null;
      ManyFiles.Change change = isNew ? many(output).add(file) : null;
      if (change == null) {
        return output
            ? ledger.output(file, Access.Kind.FILE)
            : ledger.input(file, Access.Kind.FILE);
      }
      fold = change.fold;
      ledger.fold(change.members, dataset(file, fold), output, fold.reason());
    }
    DatasetId whole = dataset(file, fold);
    Access access =
        output ? ledger.output(whole, Access.Kind.FILE) : ledger.input(whole, Access.Kind.FILE);
    ledger.addMember(access, file.name(), fold.reason());
    return access;
  }

  private Access known(DatasetId file, boolean output) {
    return output ? ledger.knownOutput(file) : ledger.knownInput(file);
  }

  private Fold fold(DatasetId file, boolean output) {
    Fold fold = rules.fold(file.name());
    return fold == null ? many(output).known(file) : fold;
  }

  private static DatasetId dataset(DatasetId file, Fold fold) {
    return fold == null ? file : new DatasetId(file.namespace(), fold.name());
  }

  /** The write access that a file of this run is in; null when the run did not write it. */
  private Access written(DatasetId file) {
    Fold fold = fold(file, true);
    Access access = ledger.knownOutput(dataset(file, fold));
    boolean isThere = access != null && (access.isUsed() || access.isUncommitted());
    if (!isThere) {
      return null;
    }
    // A folder that is a dataset by its files is none of them itself.
    boolean isFile = fold == null ? access.members() == null : ledger.isMember(access, file.name());
    return isFile ? access : null;
  }

  /**
   * A file or folder has another name now.
   *
   * @return whether it was one that this run wrote, or a folder of such files: then all is done
   */
  boolean rename(DatasetId before, DatasetId after, long tick) {
    boolean commits =
        FoldRules.committerRoot(before.name()) != null
            && FoldRules.committerRoot(after.name()) == null;
    if (commits) {
      commit(before);
    }
    DatasetId from = committed(before);
    DatasetId to = committed(after);
    if (from.equals(to)) {
      return true;
    }
    Access source = written(from);
    if (source == null) {
      return renameFolder(from, to);
    }
    if (source.members() == null) {
      many(true).forget(Collections.singleton(from));
      Access target = output(to);
      if (target != null) {
        ledger.rename(from, target.id());
      }
      return true;
    }
    Access target = output(to);
    if (target == null || target == source) {
      ledger.removeMember(source, from.name());
      return true;
    }
    target.used(1, tick, tick);
    Set<DatasetId> targets = movedTo.get(source.id());
    if (targets == null) {
      targets = new LinkedHashSet<DatasetId>(2);
      movedTo.put(source.id(), targets);
    }
    targets.add(target.id());
    remove(source, from);
    return true;
  }

  /** A member is gone; with the last one the dataset is. */
  private void remove(Access source, DatasetId file) {
    ledger.removeMember(source, file.name());
    if (source.members().count() > 0) {
      return;
    }
    Set<DatasetId> targets = movedTo.remove(source.id());
    if (targets != null && targets.size() == 1) {
      ledger.rename(source.id(), targets.iterator().next());
      return;
    }
    if (targets != null) {
      copyTo(source, targets);
    }
    ledger.delete(source.id());
  }

  private void copyTo(Access source, Set<DatasetId> targets) {
    Access input = ledger.input(source.id(), Access.Kind.FILE);
    if (input != null) {
      // Read back after it was written, which makes it a stop on the way.
      input.used(1, source.last() + 1, source.last() + 1);
    }
    for (DatasetId target : targets) {
      ledger.edge(input, ledger.knownOutput(target), Rung.COPY, "move");
    }
  }

  private boolean renameFolder(DatasetId from, DatasetId to) {
    boolean any = false;
    String folder = from.name() + "/";
    for (Access access : ledger.outputs()) {
      DatasetId id = access.id();
      if (access.members() != null && from.name().startsWith(id.name() + "/")) {
        any |= renameMembers(access, folder, to);
        continue;
      }
      boolean isIn = id.name().equals(from.name()) || id.name().startsWith(folder);
      if (isIn && id.namespace().equals(from.namespace())) {
        any = true;
        int start = from.name().length();
        DatasetId moved = new DatasetId(to.namespace(), to.name() + id.name().substring(start));
        if (access.members() == null) {
          rename(id, moved, access.last());
        } else {
          // As the files are called there, so is the dataset.
          List<String> names = access.members().names();
          Fold fold =
              names.isEmpty() ? null : rules.fold(to.name() + names.get(0).substring(start));
          ledger.rename(id, dataset(moved, fold));
        }
      }
    }
    return any;
  }

  /** A folder within a dataset has another name: a partition; as far as members are listed. */
  private boolean renameMembers(Access access, String folder, DatasetId to) {
    boolean any = false;
    String namespace = access.id().namespace();
    for (String name : access.members().names()) {
      if (name.startsWith(folder)) {
        String rest = name.substring(folder.length() - 1);
        DatasetId moved = new DatasetId(to.namespace(), to.name() + rest);
        any |= rename(new DatasetId(namespace, name), moved, access.last());
      }
    }
    return any;
  }

  private void commit(DatasetId uncommitted) {
    String root = FoldRules.committerRoot(uncommitted.name());
    for (Access access : ledger.all()) {
      String name = access.id().name();
      if (access.isUncommitted() && (name.equals(root) || name.startsWith(root + "/"))) {
        access.setUncommitted(false);
      }
    }
  }

  /** A file is gone. */
  void delete(DatasetId file) {
    if (FoldRules.committerRoot(file.name()) != null) {
      // An attempt that another one made good, or what the committer leaves.
      return;
    }
    Access source = written(file);
    if (source == null) {
      return;
    }
    if (source.members() != null) {
      remove(source, file);
    } else {
      many(true).forget(Collections.singleton(file));
      ledger.delete(file);
    }
    if (ledger.knownInput(file) == null) {
      many(false).forget(Collections.singleton(file));
    }
  }

  /**
   * The run is over: datasets of which only some files went elsewhere fed those, and what it wrote
   * into the folder for temporary files and read back was a stop on the way.
   */
  void finish() {
    for (Map.Entry<DatasetId, Set<DatasetId>> each : movedTo.entrySet()) {
      Access source = ledger.knownOutput(each.getKey());
      if (source != null) {
        copyTo(source, each.getValue());
      }
    }
    movedTo.clear();
    for (Access output : ledger.outputs()) {
      Access input = ledger.knownInput(output.id());
      boolean isReadBack = input != null && input.isUsed() && input.first() > output.first();
      if (isReadBack && isTemporary(output.id())) {
        ledger.delete(output.id());
      }
    }
  }

  /** Directly in the folder: what has a folder of its own there may be wanted later. */
  boolean isTemporary(DatasetId id) {
    return names.isLocal(id)
        && id.name().startsWith(temporary + "/")
        && id.name().indexOf('/', temporary.length() + 1) < 0;
  }
}
