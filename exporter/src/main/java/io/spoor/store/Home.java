package io.spoor.store;

import io.spoor.files.PrivateFiles;
import io.spoor.files.Reason;
import java.io.File;
import java.io.IOException;

/**
 * The folder that holds all that Spoor keeps. Folders in it are created when something is first put
 * into them. Immutable; any thread.
 */
public final class Home {

  private final File root;

  /**
   * @param root the folder; need not exist
   */
  public Home(File root) {
    this.root = root.getAbsoluteFile();
  }

  /** The folder itself. */
  public File root() {
    return root;
  }

  /** Events, one file a run. */
  public File events() {
    return new File(root, "events");
  }

  /** Checkpoints of live runs. */
  public File runs() {
    return new File(root, "runs");
  }

  /** Events that a sink has not taken yet. */
  public File spool(String sink) {
    return new File(new File(root, "spool"), sink);
  }

  /** What is remembered of jobs from run to run. */
  public File memory() {
    return new File(root, "memory");
  }

  /** Spoor's own log. */
  public File log() {
    return new File(new File(root, "logs"), "spoor.log");
  }

  /**
   * Creates the folder where it is missing and finds out whether files can be put there.
   *
   * @return null when they can, else one sentence that says why not
   */
  public String problem() {
    try {
      PrivateFiles.createFolder(root);
    } catch (IOException e) {
      return "The home folder " + root + " cannot be created: " + Reason.of(e) + ".";
    }
    if (!root.canWrite() || !root.canExecute()) {
      return "The home folder " + root + " cannot be written to by this user.";
    }
    return null;
  }
}
