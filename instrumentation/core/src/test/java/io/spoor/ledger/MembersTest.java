package io.spoor.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Datasets of several files. */
class MembersTest {

  private final Ledger ledger = new Ledger(100);

  private static DatasetId id(String name) {
    return new DatasetId("file", name);
  }

  private Access output(String name, long tick) {
    Access access = ledger.output(id(name), Access.Kind.FILE);
    access.used(1, tick, tick);
    return access;
  }

  @Test
  void eachMemberCountsOnce() {
    Access days = output("/d/x_*.csv", 1);
    for (String name : List.of("/d/x_1.csv", "/d/x_2.csv", "/d/x_1.csv")) {
      ledger.addMember(days, name, "dates in names");
    }
    assertEquals(2, days.members().count());
    assertEquals(List.of("/d/x_1.csv", "/d/x_2.csv"), days.members().names());
    assertTrue(ledger.isMember(days, "/d/x_1.csv"));
    assertTrue(ledger.removeMember(days, "/d/x_1.csv"));
    assertFalse(ledger.removeMember(days, "/d/x_1.csv"));
    assertEquals(List.of("/d/x_2.csv"), days.members().names());
  }

  @Test
  void listsAThousandAndCountsAll() {
    Access parts = output("/d", 1);
    for (int i = 0; i < 5000; i++) {
      ledger.addMember(parts, "/d/part-" + i, "part files");
    }
    assertEquals(5000, parts.members().count());
    assertEquals(Members.LISTED, parts.members().names().size());
  }

  /** An event has to stay below a megabyte whatever the names are. */
  @Test
  void listsFewerLongNames() {
    long letters = 0;
    for (int d = 0; d < 5; d++) {
      Access parts = output("/d" + d, 1);
      for (int i = 0; i < 1000; i++) {
        ledger.addMember(parts, "/d" + d + "/" + "x".repeat(200) + i, "part files");
      }
      assertEquals(1000, parts.members().count());
      for (String name : parts.members().names()) {
        letters += name.length();
      }
    }
    assertTrue(letters < 310_000, "letters " + letters);
  }

  @Test
  void aRenamedFolderKeepsItsMembers() {
    Access parts = output("/d/new.tmp", 1);
    ledger.addMember(parts, "/d/new.tmp/part-0", "part files");
    ledger.rename(id("/d/new.tmp"), id("/d/new"));
    assertEquals(List.of("/d/new/part-0"), parts.members().names());
    assertTrue(ledger.isMember(parts, "/d/new/part-0"));
  }

  /** Their edges become edges of the whole, each once. */
  @Test
  void datasetsThatTurnOutToBeMembers() {
    Access in = ledger.input(id("/in"), Access.Kind.FILE);
    in.used(1, 1, 1);
    Access first = output("/d/1.csv", 2);
    first.addBytes(10);
    Access second = output("/d/2.csv", 3);
    second.addBytes(20);
    ledger.edge(in, first, Rung.COPY, "Files.copy");
    ledger.edge(in, second, Rung.COPY, "Files.copy");
    ledger.fold(List.of(id("/d/1.csv"), id("/d/2.csv")), id("/d/*.csv"), true, "many");
    assertEquals(1, ledger.outputs().size());
    Access whole = ledger.outputs().get(0);
    assertEquals(
        "/d/*.csv 30 2-3",
        whole.id().name() + " " + whole.bytes() + " " + whole.first() + "-" + whole.last());
    assertEquals(2, whole.members().count());
    assertEquals(1, ledger.edges().size());
    assertEquals(whole, ledger.edges().get(0).output());
    // A stream that was opened before still counts, to the whole.
    assertEquals(whole, first.current());
  }
}
