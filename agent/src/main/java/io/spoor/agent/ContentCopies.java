package io.spoor.agent;

import io.spoor.content.Fingerprint;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that have the content of another one which was read before, whatever the job did to copy
 * it: byte by byte, packed by gzip or unpacked. Of two inputs with the same content the one that
 * was made of the other in this run is the nearer; else nothing decides. Spoor's thread only.
 */
final class ContentCopies {

  /** Streams of each direction that are remembered, some 400 bytes each. */
  private static final int MOST = 2000;

  private static final int BYTES = 400;

  /** The same content may have come by another way. */
  private static final double SAME = 0.99;

  /** The same beginning and length: what follows may have been changed. */
  private static final double BEGINNING = 0.9;

  private final FileRecords files;
  private final List<CopySide> read = new ArrayList<CopySide>();
  private final List<CopySide> written = new ArrayList<CopySide>();
  private final List<Flow> flows = new ArrayList<Flow>();
  private final Set<Access> explained = new LinkedHashSet<Access>();
  private final List<Copy> copies = new ArrayList<Copy>();
  private long dropped;
  private long unfinished;

  /** An output's stream with one of the same content. Immutable. */
  private static final class Copy {
    final CopySide from;
    final CopySide to;
    final String compared;
    final double confidence;

    Copy(CopySide from, CopySide to, String compared, double confidence) {
      this.from = from;
      this.to = to;
      this.compared = compared;
      this.confidence = confidence;
    }
  }

  ContentCopies(FileRecords files) {
    this.files = files;
  }

  /** A stream's beginning is known. */
  void add(CopySide side) {
    List<CopySide> sides = side.written ? written : read;
    if (sides.size() < MOST) {
      sides.add(side);
    } else {
      dropped++;
    }
  }

  /** Streams that are not compared, because of the limit, or of the time. */
  long dropped() {
    return dropped + unfinished;
  }

  long heapBytes() {
    return (long) (read.size() + written.size()) * BYTES;
  }

  /** Edges, and candidates where inputs are the same. */
  List<Flow> flows() {
    return flows;
  }

  /** Whether all of an output is a copy: then no other input is in it. */
  boolean isExplained(Access output) {
    return explained.contains(output);
  }

  /**
   * Compares all streams, once the run is over.
   *
   * @param until System.nanoTime() at which the rest is left
   */
  void find(long until) {
    Collections.sort(
        written,
        new Comparator<CopySide>() {
          @Override
          public int compare(CopySide one, CopySide other) {
            return Long.compare(one.first(), other.first());
          }
        });
    Map<Access, Long> known = new LinkedHashMap<Access, Long>();
    for (CopySide to : written) {
      if (System.nanoTime() - until > 0) {
        unfinished++;
        continue;
      }
      List<Copy> same = nearest(copiesInto(to));
      if (same.isEmpty()) {
        continue;
      }
      tell(same);
      Access output = to.access.current();
      Long before = known.get(output);
      long bytes = (before == null ? 0 : before) + to.bytes();
      known.put(output, bytes);
      if (bytes == output.bytes()) {
        explained.add(output);
      }
    }
  }

  private List<Copy> copiesInto(CopySide to) {
    List<Copy> found = new ArrayList<Copy>(1);
    Access output = to.access.current();
    if (!to.isInOrder() || !output.isUsed() || !isWhole(to)) {
      return found;
    }
    for (CopySide from : read) {
      Access input = from.access.current();
      boolean mayBe =
          from.isInOrder()
              && from.first() <= (to.unpacked == null ? to.first() : to.last())
              && input.isUsed()
              && input.program() == null
              && !input.id().equals(output.id());
      Copy copy = mayBe ? copy(from, to) : null;
      if (copy != null && isWhole(from)) {
        found.add(copy);
      }
    }
    return found;
  }

  /** Whether the bytes that passed are all of the file, as far as there still is one. */
  private boolean isWhole(CopySide side) {
    File file = file(side);
    return file == null ? side.written || side.isAtEnd() : file.length() == side.bytes();
  }

  /** The file itself, under its present name; null when it is not there. */
  private File file(CopySide side) {
    File opened = files.file(side.opened);
    if (opened != null && opened.isFile()) {
      return opened;
    }
    Access access = side.access.current();
    File renamed = access.members() == null ? files.file(access.id()) : null;
    return renamed != null && renamed.isFile() ? renamed : null;
  }

  /** Null when the contents are others, or too little of them is known. */
  private Copy copy(CopySide from, CopySide to) {
    if (from.bytes() == to.bytes()) {
      int same = from.content.sameBytes(to.content);
      if (from.content.isSame(to.content)) {
        return new Copy(from, to, "compared all " + same + " bytes", SAME);
      }
      return same == 0 ? null : copy(from, to, same);
    }
    Fingerprint source = from.unpacked == null ? from.content : from.unpacked;
    Fingerprint target = to.unpacked == null ? to.content : to.unpacked;
    if (from.unpacked == null && to.unpacked == null) {
      return null;
    }
    int same = source.sameBytes(target);
    if (source.isSame(target)) {
      return new Copy(from, to, "compared all " + same + " bytes, unpacked", SAME);
    }
    boolean fits = same > 0 && unpackedSize(from) >= 0 && unpackedSize(from) == unpackedSize(to);
    return fits
        ? new Copy(from, to, "compared the first " + same + " bytes, unpacked", BEGINNING)
        : null;
  }

  /** Both begin with the same bytes and are as long: blocks behind them tell more. */
  private Copy copy(CopySide from, CopySide to, int same) {
    File source = file(from);
    File target = file(to);
    int blocks = source == null || target == null ? 0 : SampledBlocks.same(source, target);
    String compared = "compared the first " + same + " of " + to.bytes() + " bytes";
    return blocks < 0
        ? null
        : blocks == 0
            ? new Copy(from, to, compared, BEGINNING)
            : new Copy(from, to, compared + " and " + blocks + " blocks", SAME);
  }

  /** Of a content that is not packed its size, modulo 2 to the 32; -1 when it is not known. */
  private long unpackedSize(CopySide side) {
    if (side.unpacked == null) {
      return side.bytes() & 0xffffffffL;
    }
    if (side.unpacked.isWhole()) {
      return side.unpacked.length();
    }
    File file = file(side);
    return file == null ? -1 : SampledBlocks.gzipSize(file);
  }

  /** Of the same contents those that may be it: the last on the way, and none used before. */
  private List<Copy> nearest(List<Copy> all) {
    Map<DatasetId, Copy> byInput = new LinkedHashMap<DatasetId, Copy>();
    for (Copy each : all) {
      DatasetId id = each.from.access.current().id();
      Copy before = byInput.get(id);
      if (before == null || before.confidence < each.confidence) {
        byInput.put(id, each);
      }
    }
    List<Copy> left = new ArrayList<Copy>();
    for (Copy one : byInput.values()) {
      boolean isFarther = false;
      for (Copy other : byInput.values()) {
        isFarther |= other != one && (isMadeOf(other, one) || isDone(one, other));
      }
      if (!isFarther) {
        left.add(one);
      }
    }
    return left;
  }

  /** Whether the one that was read was made of the other in this run. */
  private boolean isMadeOf(Copy one, Copy other) {
    DatasetId to = one.from.access.current().id();
    DatasetId from = other.from.access.current().id();
    for (Copy copy : copies) {
      if (id(copy.to).equals(to) && id(copy.from).equals(from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first had been copied elsewhere before the other was read, as a loop does it. */
  private boolean isDone(Copy one, Copy other) {
    for (Copy copy : copies) {
      boolean isIt = copy.from == one.from && copy.to.first() < other.from.first();
      if (isIt && one.from.first() < other.from.first()) {
        return true;
      }
    }
    return false;
  }

  private static DatasetId id(CopySide side) {
    return side.access.current().id();
  }

  private void tell(List<Copy> same) {
    int count = same.size();
    for (Copy copy : same) {
      DatasetId input = id(copy.from);
      DatasetId output = id(copy.to);
      if (count > 1) {
        Evidence why =
            new Evidence(Rung.CANDIDATE, "one of " + count + " inputs with the same content");
        flows.add(new Flow(input, output, Collections.singletonList(why), 1.0 / count));
        continue;
      }
      copies.add(copy);
      Evidence why =
          new Evidence(Rung.COPY, "same content", Collections.singletonList(copy.compared));
      flows.add(
          new Flow(
              input,
              output,
              Collections.singletonList(why),
              copy.confidence,
              copy.confidence < SAME ? Collections.<ColumnFlow>emptyList() : columns(copy)));
    }
  }

  /** All columns that both are known to have. */
  private static List<ColumnFlow> columns(Copy copy) {
    Set<String> names = names(copy.from.access.current().columns());
    List<ColumnFlow> columns = new ArrayList<ColumnFlow>();
    for (String name : names(copy.to.access.current().columns())) {
      if (names.contains(name)) {
        columns.add(new ColumnFlow(name, name, Transformation.IDENTITY, false));
      }
    }
    return columns;
  }

  private static Set<String> names(Collection<Column> columns) {
    Set<String> names = new LinkedHashSet<String>();
    for (Column each : columns) {
      names.add(each.name());
    }
    return names;
  }
}
