package io.spoor.agent;

import io.spoor.boot.record.SampledRows;
import io.spoor.content.ContentRows;
import io.spoor.content.FileRows;
import io.spoor.content.RecordCount;
import io.spoor.content.RowReader;
import io.spoor.ledger.Access;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The streams that are examined behind their first bytes. Spoor's thread only. */
final class LongContents {

  /** Streams at a time, of which at least records are counted. */
  private static final int MOST = 1000;

  /** Bytes that the rows of a stream take: those that it begins with, and of the others some. */
  private static final int SIDE = 64 << 10;

  private final ContentRoom room;
  private final Map<SpoorState, LongContent> read = new IdentityHashMap<SpoorState, LongContent>();
  private final Map<SpoorState, LongContent> written =
      new IdentityHashMap<SpoorState, LongContent>();

  private long inPart;

  LongContents(ContentRoom room) {
    this.room = room;
  }

  /**
   * The first bytes of a stream are known, and it is not over.
   *
   * @param records counted in them; null when there are none
   * @param bytes the first ones
   * @param rows found in them
   * @param isHurried whether there is no time for more
   * @return whether their rows are told once it is over
   */
  boolean begin(
      SpoorState stream,
      boolean isWritten,
      Access access,
      String name,
      RecordCount records,
      byte[] bytes,
      List<FileRows> rows,
      boolean isHurried) {
    RowReader reader = ContentRows.reader(bytes, rows);
    if (records == null && reader == null || read.size() + written.size() >= MOST) {
      return false;
    }
    boolean isGranted = !isHurried && room.budget().grants(name, isWritten, System.nanoTime());
    boolean isRead = isGranted && reader != null && room.read();
    SampledRows sampled = null;
    if (isRead) {
      FileRows first = rows.get(0);
      int left = SIDE - first.heapBytes();
      sampled = new SampledRows(!isWritten, room.rows(), left, first.count());
      reader.read(bytes, 0, bytes.length, sampled);
    } else if (reader != null) {
      reader.close();
    }
    LongContent content =
        new LongContent(
            stream,
            isWritten,
            access,
            records,
            rows.isEmpty() ? null : rows.get(0),
            isRead ? reader : null,
            sampled,
            reader != null,
            !isGranted,
            !isGranted || reader != null && !isRead);
    (isWritten ? written : read).put(stream, content);
    return isRead;
  }

  void examine(
      SpoorState stream, boolean isWritten, long position, byte[] data, int offset, int length) {
    LongContent content = (isWritten ? written : read).get(stream);
    if (content != null) {
      long before = content.looked();
      boolean wasRead = content.isRead();
      boolean isWanted = content.take(position, data, offset, length);
      room.budget().spend(Math.max(0, content.looked() - before));
      if (wasRead && !content.isRead()) {
        room.endRead();
      }
      if (isWanted) {
        return;
      }
    }
    // The job's thread may set it once more, and be told once more.
    if (isWritten) {
      stream.nextOut = Long.MAX_VALUE;
    } else {
      stream.nextIn = Long.MAX_VALUE;
    }
  }

  /**
   * Takes out those that are over.
   *
   * @param all whether the run is; else those that are closed
   */
  List<LongContent> over(boolean all) {
    List<LongContent> over = new ArrayList<LongContent>();
    over(read, all, over);
    over(written, all, over);
    return over;
  }

  private void over(Map<SpoorState, LongContent> open, boolean all, List<LongContent> over) {
    for (Iterator<LongContent> each = open.values().iterator(); each.hasNext(); ) {
      LongContent one = each.next();
      if (all || one.wasClosed) {
        each.remove();
        over.add(one);
        inPart += one.isInPart() ? 1 : 0;
        if (one.isRead()) {
          room.endRead();
        }
      }
      one.wasClosed = one.stream.closed;
    }
  }

  /**
   * The rows of one that is over are told, and its own are needed no more; their bytes unpacked.
   */
  long keep(LongContent one) {
    long bytes = one.unpackedBytes();
    one.release();
    room.keepRows(bytes);
    return bytes;
  }

  /** Streams whose rows were not all looked for that are looked for in such a stream. */
  long inPart() {
    return inPart;
  }

  long heapBytes() {
    long bytes = 0;
    for (LongContent each : read.values()) {
      bytes += each.heapBytes();
    }
    for (LongContent each : written.values()) {
      bytes += each.heapBytes();
    }
    return bytes;
  }

  void release() {
    for (LongContent each : over(true)) {
      each.release();
    }
  }
}
