package io.spoor.sink;

import io.spoor.files.Reason;
import io.spoor.log.Log;
import io.spoor.openlineage.EventHead;
import io.spoor.store.Checkpoint;
import io.spoor.store.EventFile;
import io.spoor.store.EventStore;
import io.spoor.store.Home;
import io.spoor.store.Orphan;
import java.io.IOException;
import java.util.List;

/** Ends the runs of JVMs that died without a word, and tells the sinks of this JVM so. */
public final class OrphanDelivery {

  private final Home home;
  private final Delivery delivery;
  private final Log log;

  /**
   * @param home where the checkpoints are
   * @param delivery takes the events
   * @param log takes one sentence for each run
   */
  public OrphanDelivery(Home home, Delivery delivery, Log log) {
    this.home = home;
    this.delivery = delivery;
    this.log = log;
  }

  /**
   * Looks once. A run whose end cannot be recorded now is left for the next JVM. Does not throw.
   *
   * @param own checkpoints of this JVM's live runs
   * @return how many runs were ended
   */
  public int run(List<Checkpoint> own) {
    String[] names = home.runs().list();
    if (names == null || names.length == 0) {
      return 0;
    }
    int count = 0;
    List<Orphan> orphans = Checkpoint.orphans(home.runs(), own, log);
    for (int i = 0; i < orphans.size(); i++) {
      Orphan orphan = orphans.get(i);
      try {
        if (end(orphan)) {
          count++;
        }
      } catch (IOException e) {
        log.warn(
            "The end of run " + orphan.head().runId() + " was not recorded: " + Reason.of(e) + ".");
      } catch (RuntimeException e) {
        log.error("The end of run " + orphan.head().runId() + " was not recorded.", e);
      } finally {
        orphan.close();
      }
    }
    return count;
  }

  private boolean end(Orphan orphan) throws IOException {
    EventHead head = orphan.head();
    EventFile file = new EventStore(home, log).find(head.runId());
    if (file != null && file.ended(head.runId())) {
      orphan.done();
      return false;
    }
    long start = file == null ? -1 : EventStore.start(file);
    SinkEvent event =
        new SinkEvent(
            head.runId(),
            head.type(),
            head.jobNamespace(),
            head.jobName(),
            orphan.eventLine(),
            start < 0 ? head.millis() : start);
    if (!delivery.accept(event)) {
      return false; // told by the sink; sent twice does less harm than not at all
    }
    orphan.done();
    log.info(
        "The JVM of run "
            + head.runId()
            + " of job "
            + head.jobName()
            + " died without a word; its run was recorded as "
            + head.type()
            + ".");
    return true;
  }
}
