package io.spoor.boot.record;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Copies the first rows out of the shapes in which libraries are given numbers: an array a row, an
 * array a column, one array for all, sparse rows. Runs on the job's threads when a training returns
 * or data was made, never for predictions. Not thread-safe.
 */
final class CellReader {

  /** Rows that are copied at the most, and values: as of files. */
  static final int MOST_ROWS = 200;

  private static final int MOST_CELLS = 8192;

  /** Where there are more columns none is looked at: a place gives no more than so many. */
  static final int WIDEST = LibraryValues.MOST - 1;

  /** Texts that numbers stand for. */
  private static final int MOST_LEVELS = 1000;

  /** Texts are compared as far as this. */
  private static final int LONGEST = 400;

  private final Map<Role, Object> places = new EnumMap<Role, Object>(Role.class);
  private Object absent;
  private long rows = -1;
  private boolean tooWide;

  /** What is at a role's place; the first place that has something counts. */
  void add(Role role, Object value) {
    if (!places.containsKey(role) && !isEmpty(value)) {
      places.put(role, value);
    }
  }

  /** How many rows are wanted if they are all like the first one; no more than it if too wide. */
  int rowsLike(Object first) {
    boolean isList = first instanceof Collection && !((Collection<?>) first).isEmpty();
    Object row = isList ? ((Collection<?>) first).iterator().next() : null;
    int width =
        row == null
            ? 1
            : row.getClass().isArray()
                ? Array.getLength(row)
                : row instanceof Collection ? ((Collection<?>) row).size() : 1;
    return width > WIDEST ? 1 : Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, width));
  }

  void absent(String text) {
    absent = LibraryValues.simple(text);
  }

  void rows(Object number) {
    rows = number instanceof Number ? ((Number) number).longValue() : -1;
  }

  private static boolean isEmpty(Object value) {
    if (!(value instanceof Collection)) {
      return value == null;
    }
    for (Object each : (Collection<?>) value) {
      if (each != null) {
        return false;
      }
    }
    return true;
  }

  /** The rows; null when there are none. */
  LibraryRows read() {
    Object[][] cells = null;
    Object[][] columns = null;
    Object all = places.get(Role.CELLS);
    Object vectors = places.get(Role.VECTORS);
    if (all != null && places.containsKey(Role.OFFSETS)) {
      int[] offsets = offsets();
      cells = parts(all, offsets);
      columns = parts(places.get(Role.INDICES), offsets);
    } else if (all != null && isFlat(all)) {
      cells = rowsOf(all);
    } else if (all != null) {
      cells = rowsOf(elements(all));
      Object indices = places.get(Role.INDICES);
      columns = indices == null ? null : rowsOf(elements(indices));
    } else if (vectors != null) {
      cells = turned(elements(vectors));
    }
    Object[] targets = targets();
    boolean isAny = tooWide || cells != null && cells.length > 0 || targets != null;
    if (!isAny || places.containsKey(Role.INDICES) && columns == null) {
      return null;
    }
    return new LibraryRows(
        tooWide ? null : cells, columns, absent, targets, headings(), rows, tooWide);
  }

  private static boolean isFlat(Object value) {
    return value.getClass().isArray() && value.getClass().getComponentType().isPrimitive();
  }

  /** Elements of an array or a collection, as many as there may be rows or columns. */
  private List<Object> elements(Object value) {
    List<Object> found = new ArrayList<Object>();
    if (value.getClass().isArray()) {
      int length = Math.min(Array.getLength(value), LibraryValues.MOST);
      for (int i = 0; i < length; i++) {
        found.add(Array.get(value, i));
      }
      return found;
    }
    Iterator<?> each = value instanceof Iterator ? null : LibraryValues.elements(value);
    while (each != null && each.hasNext() && found.size() < LibraryValues.MOST) {
      found.add(each.next());
    }
    return found;
  }

  /** Arrays may be longer than the data in them. */
  private int mostRows() {
    return rows < 0 ? MOST_ROWS : (int) Math.min(rows, MOST_ROWS);
  }

  /** One element a row. */
  private Object[][] rowsOf(List<Object> all) {
    List<Object[]> found = new ArrayList<Object[]>();
    int left = MOST_CELLS;
    for (Object each : all) {
      List<Object> row = each == null ? new ArrayList<Object>(0) : elements(each);
      left -= row.size();
      tooWide |= row.size() > WIDEST;
      if (tooWide || left < 0 || found.size() == mostRows()) {
        break;
      }
      found.add(copies(row));
    }
    return found.toArray(new Object[0][]);
  }

  /** One array for all rows. */
  private Object[][] rowsOf(Object flat) {
    int length = Array.getLength(flat);
    long width = rows <= 0 ? 0 : length / rows;
    tooWide |= width > WIDEST;
    if (width == 0 || width * rows != length || tooWide) {
      return null;
    }
    int count = (int) Math.min(rows, Math.min(MOST_ROWS, MOST_CELLS / width));
    boolean isRowwise = isRowwise();
    Object[][] found = new Object[count][(int) width];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < width; column++) {
        long at = isRowwise ? row * width + column : column * rows + row;
        found[row][column] = cell(Array.get(flat, (int) at), column);
      }
    }
    return found;
  }

  /** One element a column. */
  private Object[][] turned(List<Object> vectors) {
    int width = vectors.size();
    tooWide |= width > WIDEST;
    if (width == 0 || tooWide) {
      return null;
    }
    int count = Math.min(MOST_ROWS, MOST_CELLS / width);
    for (Object each : vectors) {
      boolean isArray = each != null && each.getClass().isArray();
      count = Math.min(count, isArray ? Array.getLength(each) : 0);
    }
    Object[][] found = new Object[count][width];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < width; column++) {
        found[row][column] = cell(Array.get(vectors.get(column), row), column);
      }
    }
    return found;
  }

  private boolean isRowwise() {
    Object flag = places.get(Role.ROWWISE);
    return flag == null || flag.equals(true) || String.valueOf(flag).equals("CSR");
  }

  /** Of rows one behind the other where they begin; null when they are none. */
  private int[] offsets() {
    Object all = places.get(Role.OFFSETS);
    if (!isFlat(all) || !isRowwise()) {
      return null;
    }
    rows = Array.getLength(all) - 1;
    int[] offsets = new int[(int) Math.min(rows, MOST_ROWS) + 1];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = ((Number) Array.get(all, i)).intValue();
    }
    return offsets;
  }

  private Object[][] parts(Object flat, int[] offsets) {
    if (offsets == null || flat == null || !isFlat(flat)) {
      return null;
    }
    int length = Array.getLength(flat);
    List<Object[]> found = new ArrayList<Object[]>();
    for (int row = 0; row + 1 < offsets.length; row++) {
      int width = offsets[row + 1] - offsets[row];
      tooWide |= width > WIDEST;
      if (tooWide || offsets[row] < 0 || width < 0 || offsets[row + 1] > length) {
        return null;
      }
      if (offsets[row + 1] - offsets[0] > MOST_CELLS) {
        break;
      }
      Object[] cells = new Object[width];
      for (int i = 0; i < width; i++) {
        cells[i] = copy(Array.get(flat, offsets[row] + i));
      }
      found.add(cells);
    }
    return found.toArray(new Object[0][]);
  }

  private Object[] targets() {
    Object all = places.get(Role.TARGETS);
    if (all == null || !(all.getClass().isArray() || all instanceof Collection)) {
      return null;
    }
    List<Object> found = elements(all);
    rows = rows < 0 && all.getClass().isArray() ? Array.getLength(all) : rows;
    Object[] copies = new Object[Math.min(found.size(), mostRows())];
    for (int i = 0; i < copies.length; i++) {
      Object one = found.get(i);
      if (one != null && one.getClass().isArray() && Array.getLength(one) == 1) {
        // Of several outputs that a row may have it has one.
        one = Array.get(one, 0);
      }
      copies[i] = copy(one);
    }
    return copies;
  }

  private String[] headings() {
    Object all = places.get(Role.HEADINGS);
    if (all instanceof String) {
      return new String[] {(String) all};
    }
    List<String> names = new ArrayList<String>();
    if (all != null) {
      for (Object each : elements(all)) {
        names.add(each instanceof String ? (String) each : null);
      }
    }
    return names.toArray(new String[0]);
  }

  private Object[] copies(List<Object> row) {
    Object[] copies = new Object[row.size()];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = cell(row.get(i), i);
    }
    return copies;
  }

  /** A value of a column, by its text where it only stands for one. */
  private Object cell(Object value, int column) {
    Object copy = copy(value);
    List<Object[]> levels = copy == null ? null : levels();
    Object[] texts = levels != null && column < levels.size() ? levels.get(column) : null;
    if (texts == null || !(copy instanceof Number)) {
      return copy;
    }
    double at = ((Number) copy).doubleValue();
    return at >= 0 && at < texts.length && at == (int) at ? texts[(int) at] : null;
  }

  private List<Object[]> levels;

  private List<Object[]> levels() {
    Object all = places.get(Role.LEVELS);
    if (levels == null && all != null) {
      levels = new ArrayList<Object[]>();
      for (Object each : elements(all)) {
        levels.add(each == null ? null : texts(each));
      }
    }
    return levels;
  }

  private static Object[] texts(Object of) {
    List<Object> texts = new ArrayList<Object>();
    if (of instanceof Enumeration) {
      Enumeration<?> each = (Enumeration<?>) of;
      while (each.hasMoreElements() && texts.size() < MOST_LEVELS) {
        texts.add(copy(each.nextElement()));
      }
    } else {
      Iterator<?> each = LibraryValues.elements(of);
      while (each != null && each.hasNext() && texts.size() < MOST_LEVELS) {
        texts.add(copy(each.next()));
      }
    }
    return texts.toArray();
  }

  /** What cannot change any more, and is no more than it needs to be; null for what is no value. */
  private static Object copy(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isNaN(number) || Double.isInfinite(number) ? null : value;
    }
    if (value instanceof String) {
      String text = (String) value;
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
    boolean isOfJdk = value != null && value.getClass().getClassLoader() == null;
    boolean isSimple = value instanceof Number || value instanceof Boolean;
    if (isOfJdk && (isSimple || value instanceof Character)) {
      boolean isMutable = value.getClass().getName().startsWith("java.util.");
      return isMutable ? null : value;
    }
    return value instanceof Enum ? value.toString() : null;
  }
}
