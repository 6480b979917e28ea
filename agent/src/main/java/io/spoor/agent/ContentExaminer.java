package io.spoor.agent;

import io.spoor.boot.record.ContentRing;
import io.spoor.content.ContentRows;
import io.spoor.content.ContentSchema;
import io.spoor.content.FileRows;
import io.spoor.content.Fingerprint;
import io.spoor.flow.RowColumn;
import io.spoor.flow.RowSide;
import io.spoor.flow.RowTable;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Looks at the first bytes of streams as they pass: which format, and the columns where the content
 * names them. They are kept until they tell enough, and no longer than the stream is open.
 */
final class ContentExaminer implements ContentRing.Examiner {

  private final FileRecords files;
  private final ContentCopies copies;
  private final ContentRoom room;
  private final List<Held> held = new ArrayList<Held>();
  private long heldRows;
  private final List<RowSide> rowsRead = new ArrayList<RowSide>();
  private final List<RowSide> rowsWritten = new ArrayList<RowSide>();

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
  public void examine(SpoorState stream, boolean written, byte[] data, int offset, int length) {
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
  }

  /** What was read and written with the same content. */
  ContentCopies copies() {
    return copies;
  }

  /** Adds the rows that files begin with. */
  void addRows(List<RowSide> inputs, List<RowSide> outputs) {
    inputs.addAll(rowsRead);
    outputs.addAll(rowsWritten);
  }

  /** Its unit is over: nothing is kept any longer. */
  void release() {
    room.letGo(held.size());
    room.forgetRows(heldRows);
    held.clear();
    rowsRead.clear();
    rowsWritten.clear();
    heldRows = 0;
  }

  /** Bytes that are kept. */
  long heapBytes() {
    long bytes = 0;
    for (Held each : held) {
      bytes += 100 + each.bytes.length;
    }
    return bytes + heldRows + copies.heapBytes();
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
    if (isWhole && schema.records() >= 0) {
      access.current().addRecords(schema.records());
    }
    Fingerprint content = Fingerprint.of(bytes, isWhole);
    Fingerprint unpacked = Fingerprint.ofUnpacked(bytes, isWhole);
    copies.add(new CopySide(access, use.id, written, stream, content, unpacked));
    boolean hasRows = schema.format() == null || schema.format().equals("avro");
    if (hasRows && room.hasRowsLeft()) {
      keepRows(use.id.name(), access, written, bytes, isWhole);
    }
  }

  private void keepRows(
      String name, Access access, boolean written, byte[] bytes, boolean isWhole) {
    for (FileRows rows : ContentRows.of(name, bytes, isWhole)) {
      heldRows += rows.heapBytes();
      room.keepRows(rows.heapBytes());
      List<List<RowColumn>> columns = new ArrayList<List<RowColumn>>();
      for (int i = 0; i < rows.width(); i++) {
        RowColumn column = new RowColumn(access, rows.name(i), Transformation.IDENTITY, false);
        columns.add(Collections.singletonList(column));
      }
      RowTable table = RowTable.of(rows.hashes(), rows.values(), rows.total());
      (written ? rowsWritten : rowsRead).add(new RowSide(table, null, null, columns));
    }
  }
}
