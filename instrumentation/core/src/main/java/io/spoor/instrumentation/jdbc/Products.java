package io.spoor.instrumentation.jdbc;

/**
 * The database products whose JDBC URLs and names are known, a row each; what a column means is
 * said in {@link Product}. Where OpenLineage has a naming rule the row follows it; where it has
 * none, namespaces are {@code scheme://host:port} and names {@code database.schema.table} as far as
 * the product has these parts.
 */
final class Products {

  /**
   * schemes | namespace | dialect | port | case | names | form | database | schema | catalogue.
   *
   * <p>PostgreSQL's relatives that speak its protocol are reached through its own driver as well,
   * so they share its namespace.
   */
  private static final String[] TABLE = {
    "postgresql,pgsql|postgres|POSTGRESQL|5432|L|c.s.t|server|/ user|currentSchema options =public"
        + "|pg_catalog. pg_*",
    "edb|postgres|POSTGRESQL|5444|L|c.s.t|server|/ user|currentSchema options =public"
        + "|pg_catalog. pg_*",
    "cockroachdb|postgres|POSTGRESQL|26257|L|c.s.t|server|/ =defaultdb"
        + "|currentSchema options =public|pg_catalog. crdb_internal. pg_*",
    "yugabytedb|postgres|POSTGRESQL|5433|L|c.s.t|server|/ user|currentSchema options =public"
        + "|pg_catalog. pg_*",
    "greenplum|postgres|GREENPLUM|5432|L|c.s.t|server|/ DatabaseName|currentSchema =public"
        + "|pg_catalog. pg_*",
    "redshift|redshift|REDSHIFT|5439|l|c.s.t|redshift|/ DatabaseName user|currentSchema =public"
        + "|pg_catalog. pg_internal. pg_* stl_* stv_* svv_* svl_* sys_*",
    "crate|crate|POSTGRESQL|5432|L|c.s.t|server|/ =crate|schema =doc|pg_catalog. sys.",
    "vertica|vertica|POSTGRESQL|5433|=|c.s.t|server|/|SearchPath =public|v_catalog. v_monitor.",
    "netezza|netezza|POSTGRESQL|5480|U|c.s.t|server|/|schema|definition_schema.",
    "mysql|mysql|MYSQL|3306|P|c.t|server|/||mysql. performance_schema. sys.",
    "mariadb|mariadb|MARIADB|3306|P|c.t|server|/||mysql. performance_schema. sys.",
    "singlestore,memsql|singlestore|MYSQL|3306|=|c.t|server|/||memsql.",
    "oceanbase|oceanbase|MYSQL|2881|=|c.t|server|/||oceanbase.",
    "oracle|oracle|ORACLE|1521|U|c.s.t|oracle|/|user"
        + "|sys. v$* gv$* all_tab* all_obj* all_con* all_ind* all_col* all_syn* all_seq* all_users"
        + " dba_* user_tab* user_obj* user_con* user_ind* user_col* user_seq*",
    "sqlserver|sqlserver|SQLSERVER|1433|=|c.s.t|sqlserver|databaseName database / =master|=dbo|sys.",
    "sybase|sybase|SQLSERVER|5000|=|c.s.t|sybase|/ =master|=dbo|sysobjects syscolumns",
    "db2|db2|DB2|50000|U|c.s.t|server|/ DatabaseName|currentSchema! user"
        + "|syscat. sysibm. sysibmadm. sysproc. sysstat. qsys2.",
    "as400|as400|DB2|0|U|c.s.t|server||/ libraries user|qsys2. sysibm.",
    "snowflake|snowflake|SNOWFLAKE|0|U|c.s.t|snowflake|db database|schema =PUBLIC|",
    "bigquery,googlebigquery|bigquery|BIGQUERY|0|=|c.s.t|properties|ProjectId Project"
        + "|DefaultDataset DatasetId|",
    "cloudspanner|spanner|GENERIC|0|=|c.s.t|spanner|/||spanner_sys.",
    "awsathena,athena|awsathena|ATHENA|0|l|c.s.t|athena|Catalog =AwsDataCatalog"
        + "|Database Schema =default|",
    "databricks|unitycatalog|DATABRICKS|0|l|c.s.t|host|ConnCatalog|ConnSchema / =default|",
    "spark|spark|SPARK|10000|l|c.t|server|/ =default||",
    "hive2,hive|hive|HIVE|10000|l|c.t|server|/ =default||sys.",
    "impala|impala|HIVE|21050|l|c.t|server|/ =default||_impala_builtins.",
    "trino|trino|TRINO|80|l|c.s.t|server|/0|/1|system.",
    "presto|presto|TRINO|80|l|c.s.t|server|/0|/1|system.",
    "teradata|teradata|TERADATA|1025|=|c.t|teradata|DATABASE user||dbc. sysudtlib.",
    "clickhouse,ch|clickhouse|CLICKHOUSE|8123|=|c.t|clickhouse|/ database =default||system.",
    "cassandra|cassandra|GENERIC|9042|L|c.t|cassandra|/||system. system_schema.",
    "sap|sap|GENERIC|30015|U|c.s.t|server|databaseName /|currentschema! user|sys. _sys_bic. m_*",
    "exa|exasol|GENERIC|8563|U|c.s.t|exasol||schema|sys. exa_statistics.",
    "informix-sqli,informix|informix-sqli|GENERIC|0|L|c.s.t|server|/||sysmaster. systables"
        + " syscolumns sysindexes",
    "firebirdsql,firebird|firebirdsql|GENERIC|3050|U|c.t|firebird|/||rdb$* mon$*",
    "h2|h2|H2|9092|U|s.t|h2||SCHEMA =PUBLIC|",
    "hsqldb|hsqldb|HSQLDB|9001|U|s.t|hsqldb||=PUBLIC|system_lobs.",
    "derby|derby|DERBY|1527|U|s.t|derby||user =APP|sys. sysibm. syscat.",
    "sqlite|sqlite|SQLITE|0|=|t|file|||sqlite_*",
    "duckdb|duckdb|DUCKDB|0|=|s.t|file||=main|pg_catalog. duckdb_* sqlite_* pragma_*",
  };

  /** Any other product whose URL has the usual form; {@code *} stands for its scheme. */
  private static final String OTHER = "*|*|GENERIC|0|=|c.s.t|server|/||";

  private Products() {}

  /**
   * The product of a URL.
   *
   * @param scheme the word behind {@code jdbc:} and wrappers, lower case
   */
  static Product of(String scheme) {
    for (String row : TABLE) {
      for (int at = 0, end; at >= 0; at = row.charAt(end) == ',' ? end + 1 : -1) {
        end = at;
        while (row.charAt(end) != ',' && row.charAt(end) != '|') {
          end++;
        }
        if (end - at == scheme.length() && row.startsWith(scheme, at)) {
          return Product.parse(row);
        }
      }
    }
    return Product.parse(OTHER.replace("*", scheme));
  }

  /** How many rows there are, and a row, for the test that reads each. */
  static String[] rows() {
    return TABLE.clone();
  }
}
