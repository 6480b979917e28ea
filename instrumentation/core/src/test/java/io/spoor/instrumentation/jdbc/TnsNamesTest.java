package io.spoor.instrumentation.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TnsNamesTest {

  private static final String FILE =
      """
      # the company's databases
      SALES, SALES2 =
        (DESCRIPTION =
          (ADDRESS = (PROTOCOL = TCP)(HOST = Sales.Corp)(PORT = 1522)) # first
          (CONNECT_DATA = (SERVICE_NAME = sales_svc)))
      hr.world = (DESCRIPTION=(ADDRESS=(HOST=hr)(PORT=1521))(CONNECT_DATA=(SID=HR)))
      twice.a = (DESCRIPTION=(ADDRESS=(HOST=a))(CONNECT_DATA=(SID=A)))
      twice.b = (DESCRIPTION=(ADDRESS=(HOST=b))(CONNECT_DATA=(SID=B)))
      """;

  @TempDir private Path folder;

  private String namespace(String alias) throws IOException {
    Files.writeString(folder.resolve("tnsnames.ora"), FILE);
    Database database =
        new JdbcUrl("/").parse("jdbc:oracle:thin:@" + alias + "?TNS_ADMIN=" + folder, "scott");
    return database.namespace() + " " + database.catalog() + "." + database.schema();
  }

  @Test
  void anAliasIsResolvedAsTheDriverDoes() throws IOException {
    assertEquals("oracle://sales.corp:1522 sales_svc.SCOTT", namespace("sales"));
    assertEquals("oracle://sales.corp:1522 sales_svc.SCOTT", namespace("SALES2"));
    assertEquals("oracle://hr:1521 HR.SCOTT", namespace("hr.world"));
    assertEquals("oracle://hr:1521 HR.SCOTT", namespace("hr"));
  }

  @Test
  void oneThatIsNotFoundIsItsOwnName() throws IOException {
    assertEquals("oracle://crm CRM.SCOTT", namespace("crm"));
    assertEquals("oracle://twice TWICE.SCOTT", namespace("twice"));
  }

  @Test
  void damagedFilesAreNotUnderstood() {
    assertNull(TnsNames.find("sales = (DESCRIPTION", "other"));
    assertNull(TnsNames.find("", "sales"));
    assertNull(TnsNames.find("sales", "sales"));
  }
}
