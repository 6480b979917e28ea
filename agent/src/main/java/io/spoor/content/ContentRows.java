package io.spoor.content;

import io.spoor.boot.record.SampledRows;
import java.util.ArrayList;
import java.util.List;

/** Finds the rows of a file, whatever its format. Stateless. */
public final class ContentRows {

  /** In the order in which they are tried: those first that are known by how they begin. */
  private static final RowFormat[] FORMATS = {
    new SerialFormat(),
    new AvroFormat(),
    new XmlFormat(),
    new JsonFormat(),
    new DelimitedFormat(),
    new FixedWidthFormat(),
    new ListFormat()
  };

  /** Entries of an archive with columns of their own that are looked at. */
  private static final int MOST_SIDES = 4;

  private ContentRows() {}

  /**
   * The rows that a file begins with: those of all entries of an archive, or sheets of a workbook,
   * that have the same columns, and those of others for themselves, without names.
   *
   * @param name of the file
   * @param bytes from its start
   * @param whole whether that is all of it
   * @return empty when there are none
   */
  public static List<FileRows> of(String name, byte[] bytes, boolean whole) {
    List<FileRows> sides = new ArrayList<FileRows>(1);
    List<Unpacked> entries = Unpacked.all(name, bytes, whole);
    if (entries == null) {
      add(sides, read(bytes, whole));
      return sides;
    }
    if (SheetFormat.isWorkbook(entries)) {
      for (FileRows sheet : SheetFormat.read(entries)) {
        add(sides, sheet);
      }
      return sides;
    }
    for (Unpacked entry : entries) {
      add(sides, read(entry.bytes(), entry.isWhole()));
    }
    return sides;
  }

  /**
   * Reads the rows of a longer file, from its start on.
   *
   * @param bytes that it begins with
   * @param rows what was found in them
   * @return null when no more than these rows are looked at
   */
  public static RowReader reader(byte[] bytes, List<FileRows> rows) {
    FileRows found = rows.size() == 1 ? rows.get(0) : null;
    if (found == null || found.format() == null || found.width() > SampledRows.WIDEST) {
      return null;
    }
    List<Unpacked> packed = Unpacked.all("", bytes, false);
    if (packed == null) {
      return found.format().reader(bytes, found);
    }
    int start = Unpacked.startOfGzip(bytes);
    RowReader unpacked = start < 0 ? null : found.format().reader(packed.get(0).bytes(), found);
    return unpacked == null ? null : new PackedReader(unpacked, start);
  }

  private static FileRows read(byte[] bytes, boolean whole) {
    for (RowFormat format : FORMATS) {
      FileRows rows = format.read(bytes, whole);
      if (rows != null) {
        return rows.readAs(format);
      }
    }
    return null;
  }

  private static void add(List<FileRows> sides, FileRows rows) {
    if (rows == null) {
      return;
    }
    for (int i = 0; i < sides.size(); i++) {
      if (sides.get(i).hasColumnsOf(rows)) {
        sides.set(i, sides.get(i).and(rows));
        return;
      }
    }
    if (sides.size() < MOST_SIDES) {
      // The columns of an archive are those of its first entry.
      sides.add(sides.isEmpty() ? rows : rows.unnamed());
    }
  }
}
