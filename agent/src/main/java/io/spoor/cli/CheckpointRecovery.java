package io.spoor.cli;

import io.spoor.files.Reason;
import io.spoor.log.Log;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.EventHead;
import io.spoor.store.Checkpoint;
import io.spoor.store.EventFile;
import io.spoor.store.EventStore;
import io.spoor.store.Home;
import io.spoor.store.Orphan;
import io.spoor.store.Spool;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.function.Consumer;

/** Orphans as the store defines them: checkpoints that no JVM holds a lock on. */
final class CheckpointRecovery implements OrphanRecovery {

  /** The defaults of spool.max.mb and spool.max.days. */
  private static final long SPOOL_BYTES = 64L << 20;

  private static final long SPOOL_DAYS = 30;

  @Override
  public void recover(Path folder, Consumer<String> sentences) {
    Home home = new Home(folder.toFile());
    Log log = new SentenceLog(sentences);
    EventStore store = new EventStore(home, log);
    for (Orphan orphan :
        Checkpoint.orphans(home.runs(), Collections.<Checkpoint>emptyList(), log)) {
      try {
        end(orphan, store, home, log, sentences);
      } catch (IOException e) {
        sentences.accept(
            "the end of run "
                + orphan.head().runId()
                + " of job '"
                + orphan.head().jobName()
                + "', whose JVM is gone, cannot be recorded ("
                + Reason.of(e)
                + "); run 'show' as the user who ran the job");
      } finally {
        orphan.close();
      }
    }
  }

  private static void end(
      Orphan orphan, EventStore store, Home home, Log log, Consumer<String> sentences)
      throws IOException {
    EventHead head = orphan.head();
    EventFile file = store.find(head.runId());
    if (file == null) {
      // Its sinks did not write here. When it began is not known, the last state is near enough.
      file = store.file(head.runId(), head.millis());
    }
    if (!file.ended(head.runId())) {
      file.append(orphan.eventLine());
      tellOtherSinks(orphan, home, log);
      String run = "run " + head.runId() + " of job '" + head.jobName() + "' ";
      String last = Plain.time(Instant.ofEpochMilli(head.millis()));
      sentences.accept(
          head.type() == RunEvent.Type.FAIL
              ? run + "was lost (JVM killed?) after " + last + "; recorded as FAIL"
              : run + "ended at " + last + " unrecorded; recorded as " + head.type());
    }
    orphan.done();
  }

  /** Sinks that have a spool here learn of the end from the next job that has them. */
  private static void tellOtherSinks(Orphan orphan, Home home, Log log) throws IOException {
    File[] spools = new File(home.root(), "spool").listFiles(File::isDirectory);
    for (File folder : spools == null ? new File[0] : spools) {
      try (Spool spool = new Spool(folder, SPOOL_BYTES, SPOOL_DAYS, log)) {
        spool.put(orphan.head().runId(), orphan.eventLine());
      }
    }
  }

  /**
   * Whether a JVM holds the lock on a checkpoint; true as well when that cannot be found out.
   * Changes nothing.
   */
  static boolean isOwned(Path checkpoint) {
    try (FileChannel channel = FileChannel.open(checkpoint, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException | IOException e) {
      return true;
    }
  }

  /** The store's sentences, told to the user. */
  private static final class SentenceLog implements Log {
    private final Consumer<String> sentences;

    SentenceLog(Consumer<String> sentences) {
      this.sentences = sentences;
    }

    @Override
    public void info(String sentence) {
      sentences.accept(sentence);
    }

    @Override
    public void warn(String sentence) {
      sentences.accept(sentence);
    }

    @Override
    public void error(String sentence, Throwable failure) {
      sentences.accept(failure == null ? sentence : sentence + " (" + failure.getClass() + ")");
    }
  }
}
