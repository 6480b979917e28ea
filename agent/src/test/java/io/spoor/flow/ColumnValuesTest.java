package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.boot.record.ValueHash;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Transformation;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Of which columns values may be remembered, and which of them say where they come from. */
class ColumnValuesTest {

  private static final int ROWS = 300;

  private final Random random = new Random(2);

  private ColumnValues column(boolean isWhole, IntFunction<Object> values) {
    Access access = new Ledger(9).output(new DatasetId("db", "T"), Access.Kind.TABLE);
    Object[][] rows = new Object[ROWS][1];
    long[][] hashes = new long[ROWS][1];
    for (int i = 0; i < ROWS; i++) {
      rows[i][0] = values.apply(i);
      hashes[i][0] = ValueHash.of(rows[i][0]);
    }
    RowColumn named = new RowColumn(access, "C", Transformation.IDENTITY, false);
    List<List<RowColumn>> columns = Collections.singletonList(Collections.singletonList(named));
    RowTable table = RowTable.of(hashes, rows, isWhole ? ROWS : -1);
    return ColumnValues.of(new RowSide(table, null, null, columns)).get(0);
  }

  private String said(IntFunction<Object> values) {
    ColumnValues column = column(true, values);
    return (column.isManyValued() ? "many" : "few") + (column.isTelling() ? ", telling" : "");
  }

  @Test
  void fewValuesAreNeverRemembered() {
    assertEquals("few, telling", said(i -> "town number " + i % 40));
    assertEquals("few, telling", said(i -> "town number " + random.nextInt(200)));
    assertEquals("few", said(i -> i + 1));
    assertEquals("few", said(i -> random.nextInt(1999)));
  }

  @Test
  void namesAndLongNumbersTell() {
    assertEquals("many, telling", said(i -> "user" + i * 7919 + "@example.org"));
    assertEquals("many, telling", said(i -> 40000000000L + random.nextInt(1000000000)));
    assertEquals("many", said(i -> random.nextInt(10000000) / 100.0));
    assertEquals(
        "many",
        said(i -> "2024-01-31 " + (10 + i % 12) + ":" + (10 + i % 50) + ":00." + (100 + i)));
  }

  @Test
  void ofAPartOnlyTheBeginningIsKnown() {
    IntFunction<Object> names = i -> "user" + i * 7919;
    assertEquals(Long.MAX_VALUE, column(true, names).wholeBelow());
    assertEquals(0, column(false, names).wholeBelow());
    assertEquals(ROWS, column(false, names).begin());
  }

  @Test
  void lowestRanksComeFirst() {
    ColumnValues column = column(true, i -> "user" + i * 7919);
    for (int i = 1; i < column.size(); i++) {
      assertEquals(true, column.rank(i - 1) < column.rank(i), "at " + i);
    }
  }
}
