package io.spoor.sql;

import java.util.List;

/** Says which columns tables have, so that stars and unqualified columns can be resolved. */
public interface SqlCatalog {

  /** Knows nothing. */
  SqlCatalog NONE =
      new SqlCatalog() {
        @Override
        public List<String> columns(TableName table) {
          return null;
        }
      };

  /**
   * The columns of a table or file in their order, spelled as the database has them.
   *
   * @param table as the statement names it; not null
   * @return null when they are not known. Exceptions make the columns of the statement partial.
   */
  List<String> columns(TableName table);
}
