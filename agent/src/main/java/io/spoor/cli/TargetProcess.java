package io.spoor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux tells of the process to attach to. Asked first, because attaching sends SIGQUIT, which
 * kills a process that is no JVM. Where there is no /proc, nothing is known and nothing forbidden.
 */
final class TargetProcess {
  /** SIGQUIT is signal 3; masks begin with signal 1. */
  private static final long SIGQUIT_BIT = 1L << 2;

  private final Path proc;
  private final String pid;

  TargetProcess(Path proc, String pid) {
    this.proc = proc;
    this.pid = pid;
  }

  String pid() {
    return pid;
  }

  /**
   * Why attaching is impossible or would do harm, as a sentence; null when nothing is in the way.
   */
  String obstacle(Path agent) {
    Path self = proc.resolve("self");
    if (!Files.exists(self.resolve("status"))) {
      return null;
    }
    Path target = proc.resolve(pid);
    if (!Files.exists(target.resolve("status"))) {
      return noSuchProcess();
    }
    String user = effectiveUser(self);
    String owner = effectiveUser(target);
    if (user != null && owner != null && !user.equals("0") && !user.equals(owner)) {
      return "process "
          + pid
          + " belongs to another user (uid "
          + owner
          + ", you are "
          + user
          + "); run attach as that user, for example with sudo -u '#"
          + owner
          + "'";
    }
    String caught = status(target, "SigCgt:");
    if (caught != null && (Long.parseUnsignedLong(caught, 16) & SIGQUIT_BIT) == 0) {
      return "process "
          + pid
          + " is no JVM, or one started with -Xrs; nothing was sent to it, 'jps -l' lists JVMs";
    }
    Path root = target.resolve("root");
    // Relative, so that resolving does not leave the target's root.
    Path there = root.resolve(agent.getRoot().relativize(agent).toString());
    if (isInOtherNamespace() && Files.isReadable(root) && !Files.exists(there)) {
      return "process " + pid + otherNamespace();
    }
    return null;
  }

  String noSuchProcess() {
    return "there is no process " + pid + " here; 'jps -l' lists the JVMs of this user";
  }

  /** Whether the process is known to live in another PID namespace, as in a container. */
  boolean isInOtherNamespace() {
    try {
      Path ours = Files.readSymbolicLink(proc.resolve("self/ns/pid"));
      return !ours.equals(Files.readSymbolicLink(proc.resolve(pid).resolve("ns/pid")));
    } catch (IOException | UnsupportedOperationException e) {
      String pids = status(proc.resolve(pid), "NSpid:");
      String own = status(proc.resolve("self"), "NSpid:");
      return pids != null && own != null && pids.split("\\s+").length > own.split("\\s+").length;
    }
  }

  /** The end of a sentence that begins with the process. */
  String otherNamespace() {
    String pids = status(proc.resolve(pid), "NSpid:");
    String inner = pids == null ? pid : pids.substring(pids.lastIndexOf('\t') + 1);
    return " runs in another PID namespace (a container); copy the agent's jar into it and run"
        + " there: java -jar spoor-agent.jar attach "
        + inner;
  }

  private static String effectiveUser(Path process) {
    String ids = status(process, "Uid:");
    String[] parts = ids == null ? new String[0] : ids.split("\\s+");
    return parts.length > 1 ? parts[1] : null;
  }

  /** The value of a line of a process's status, or null. */
  private static String status(Path process, String key) {
    try {
      List<String> lines =
          Files.readAllLines(process.resolve("status"), StandardCharsets.ISO_8859_1);
      for (String line : lines) {
        if (line.startsWith(key)) {
          return line.substring(key.length()).trim();
        }
      }
    } catch (IOException e) {
      // gone, or not ours to read
    }
    return null;
  }
}
