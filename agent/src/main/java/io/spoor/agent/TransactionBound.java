package io.spoor.agent;

import io.spoor.ledger.Access;
import io.spoor.ledger.Transactions;
import io.spoor.model.DatasetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What transactions say about outputs of which nothing else says where they are from. A transaction
 * is a piece of work: where each one that wrote an output read something to make it of, what was
 * read in others that made other things is no likely source. It is evidence against, never for: a
 * job may keep in memory what an earlier transaction has read, so the input that is left when the
 * others are set aside is still a candidate, and no edge.
 *
 * <p>Only committed transactions count, all of them must be known, and none may have been under way
 * beside another: a cursor of one connection feeds the writes of another. What was read outside of
 * any, or in one that was rolled back or made nothing, may have been read for anything.
 */
final class TransactionBound {

  private final Transactions transactions;
  private final Bookkeeping bookkeeping;

  TransactionBound(Transactions transactions, Bookkeeping bookkeeping) {
    this.transactions = transactions;
    this.bookkeeping = bookkeeping;
  }

  /**
   * Inputs that were only read for other outputs.
   *
   * @param feasible by time
   * @param sources what the output is known to be from: when one of them was read elsewhere, the
   *     job does keep what transactions read, and nothing is said
   */
  Collection<Access> elsewhere(
      Access output, List<Access> feasible, Collection<DatasetId> sources) {
    List<Transactions.Kind> own = transactions.writing(output);
    if (transactions.isFull() || own.isEmpty() || !output.isBound()) {
      return Collections.emptyList();
    }
    for (Transactions.Kind kind : own) {
      if (!readsAny(kind, feasible)) {
        return Collections.emptyList();
      }
    }
    List<Access> elsewhere = new ArrayList<Access>();
    for (Access input : feasible) {
      if (isElsewhere(input, own)) {
        if (sources.contains(input.id())) {
          return Collections.emptyList();
        }
        elsewhere.add(input);
      }
    }
    return elsewhere;
  }

  /** What was set aside, for users. */
  static String words(int count) {
    return count
        + (count == 1 ? " other was" : " others were")
        + " read only in transactions that wrote other outputs";
  }

  private static boolean readsAny(Transactions.Kind kind, List<Access> inputs) {
    for (Access input : inputs) {
      if (kind.reads(input)) {
        return true;
      }
    }
    return false;
  }

  private boolean isElsewhere(Access input, List<Transactions.Kind> own) {
    List<Transactions.Kind> reading = transactions.reading(input);
    // A file may be read by SQL and beside it.
    if (reading.isEmpty() || !input.isBound() || input.kind() == Access.Kind.FILE) {
      return false;
    }
    for (Transactions.Kind kind : reading) {
      if (own.contains(kind) || !makesOther(kind, input, own)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it wrote what those do not write, such as a log: there its input may have gone. */
  private boolean makesOther(Transactions.Kind kind, Access input, List<Transactions.Kind> own) {
    for (Access output : kind.written()) {
      boolean isOther =
          output.isUsed()
              && output.isThroughJob()
              && !output.id().equals(input.id())
              && !bookkeeping.owns(output);
      for (Transactions.Kind each : own) {
        isOther &= !each.writes(output);
      }
      if (isOther) {
        return true;
      }
    }
    return false;
  }
}
