package io.spoor.agent;

import io.spoor.boot.record.ContentRing;
import io.spoor.content.ContentRows;
import io.spoor.content.ContentSchema;
import io.spoor.content.FileRows;
import io.spoor.content.Fingerprint;
import io.spoor.flow.RowSide;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Looks at bytes of streams as they pass: which format, and the columns where the content names
 * them. The first ones are kept until they tell enough, and no longer than the stream is open; what
 * comes behind them is read on and on.
 */
final class ContentExaminer implements ContentRing.Examiner {

  private final FileRecords files;
  private final ContentCopies copies;
  private final ContentRoom room;
  private final List<Held> held = new ArrayList<Held>();

  /** Null while no stream was longer than its first bytes. */
  private LongContents longer;

  /** Bytes that rows take, and will take when they are unpacked. */
  private long heldRows;

  private long unpackedRows;
  private boolean isHurried;
  private final List<FileSide> rowsRead = new ArrayList<FileSide>();
  private final List<FileSide> rowsWritten = new ArrayList<FileSide>();

  /**
   * @param room shared with the examiners of other units
   */
  ContentExaminer(FileRecords files, ContentRoom room) {
    this.files = files;
    this.copies = new ContentCopies(files);
    this.room = room;
  }

  /** The beginning of a stream that did not tell enough yet. */
  private static final class Held {
    final SpoorState stream;
    final boolean written;
    byte[] bytes;

    /** Whether it was closed already when the pieces before were taken: then these are the last. */
    boolean wasClosed;

    Held(SpoorState stream, boolean written, byte[] bytes) {
      this.stream = stream;
      this.written = written;
      this.bytes = bytes;
    }
  }

  @Override
  public void examine(
      SpoorState stream, boolean written, long position, byte[] data, int offset, int length) {
    if (position >= ContentRing.LIMIT) {
      longer().examine(stream, written, position, data, offset, length);
      return;
    }
    FileRecords.Use use = files.use(stream);
    if (use == null) {
      return;
    }
    Held beginning = held(stream, written);
    boolean first = written ? !use.examinedOut : !use.examinedIn;
    if (written) {
      use.examinedOut = true;
    } else {
      use.examinedIn = true;
    }
    // Only what begins at the start of the file has a header.
    if (beginning == null && !first || (stream.mode & SpoorHooks.APPEND) != 0) {
      return;
    }
    byte[] before = beginning == null ? new byte[0] : beginning.bytes;
    byte[] all = Arrays.copyOf(before, before.length + length);
    System.arraycopy(data, offset, all, before.length, length);
    boolean isEnough = all.length >= ContentRing.LIMIT;
    if (isEnough || beginning == null && !room.hold()) {
      if (held.remove(beginning)) {
        room.letGo(1);
      }
      decide(stream, written, all);
    } else if (beginning == null) {
      held.add(new Held(stream, written, all));
    } else {
      beginning.bytes = all;
    }
  }

  private Held held(SpoorState stream, boolean written) {
    for (Held each : held) {
      if (each.stream == stream && each.written == written) {
        return each;
      }
    }
    return null;
  }

  /**
   * Decides about what will become no more.
   *
   * @param all whether the run is over; else only about streams that are closed
   */
  void settle(boolean all) {
    for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
      Held one = each.next();
      if (all || one.wasClosed) {
        each.remove();
        room.letGo(1);
        decide(one.stream, one.written, one.bytes);
      }
      one.wasClosed = one.stream.closed;
    }
    if (longer != null) {
      settleLonger(all);
    }
  }

  private void settleLonger(boolean all) {
    for (LongContent each : longer.over(all)) {
      each.countRecords();
      FileSide side = each.side();
      if (side != null) {
        heldRows += each.heapBytes();
        unpackedRows += longer.keep(each);
        (each.written ? rowsWritten : rowsRead).add(side);
      }
    }
  }

  /** Whether somebody waits: then no stream is begun to be read behind its first bytes. */
  void setHurried(boolean hurried) {
    isHurried = hurried;
  }

  private LongContents longer() {
    longer = longer == null ? new LongContents(room) : longer;
    return longer;
  }

  /** Streams whose rows were not all looked for that are looked for in such a stream. */
  long inPart() {
    return longer == null ? 0 : longer.inPart();
  }

  /** What was read and written with the same content. */
  ContentCopies copies() {
    return copies;
  }

  /** Adds the rows of files. */
  void addRows(List<RowSide> inputs, List<RowSide> outputs) {
    for (FileSide each : rowsRead) {
      inputs.add(each.rows());
    }
    for (FileSide each : rowsWritten) {
      outputs.add(each.rows());
    }
  }

  /** Its unit is over: nothing is kept any longer. */
  void release() {
    room.letGo(held.size());
    room.forgetRows(unpackedRows);
    held.clear();
    if (longer != null) {
      longer.release();
    }
    rowsRead.clear();
    rowsWritten.clear();
    heldRows = 0;
    unpackedRows = 0;
  }

  /** Bytes that are kept. */
  long heapBytes() {
    long bytes = 0;
    for (Held each : held) {
      bytes += 100 + each.bytes.length;
    }
    return bytes + heldRows + (longer == null ? 0 : longer.heapBytes()) + copies.heapBytes();
  }

  private void decide(SpoorState stream, boolean written, byte[] bytes) {
    FileRecords.Use use = files.use(stream);
    if (use == null) {
      return;
    }
    files.take(stream);
    Access access = written ? use.output : use.input;
    if (access == null) {
      return;
    }
    ContentSchema schema = ContentSchema.of(use.id.name(), bytes);
    if (schema.format() != null) {
      access.current().setFormat(schema.format());
    }
    if (schema.serialisedClass() != null) {
      access.current().setSerialisedClass(schema.serialisedClass());
    }
    for (Column column : schema.columns()) {
      access.current().addColumn(column);
    }
    boolean isWhole = stream.closed && bytes.length == (written ? stream.out : stream.in);
    Fingerprint content = Fingerprint.of(bytes, isWhole);
    Fingerprint unpacked = Fingerprint.ofUnpacked(bytes, isWhole);
    copies.add(new CopySide(access, use.id, written, stream, content, unpacked));
    boolean hasRows = schema.format() == null || schema.format().equals("avro");
    List<FileRows> rows =
        hasRows && room.hasRowsLeft()
            ? ContentRows.of(use.id.name(), bytes, isWhole)
            : Collections.<FileRows>emptyList();
    boolean mayGoOn = !isWhole && bytes.length >= ContentRing.LIMIT;
    boolean isKept =
        mayGoOn
            && longer()
                .begin(
                    stream,
                    written,
                    access,
                    use.id.name(),
                    schema.records(),
                    bytes,
                    rows,
                    isHurried);
    if (isWhole && schema.records() != null) {
      access.current().addRecords(schema.records().exact());
    }
    for (FileRows each : isKept ? Collections.<FileRows>emptyList() : rows) {
      heldRows += each.heapBytes();
      unpackedRows += each.unpackedBytes();
      room.keepRows(each.unpackedBytes());
      FileSide side = new FileSide(access, each, null, isWhole);
      (written ? rowsWritten : rowsRead).add(side);
    }
  }
}
