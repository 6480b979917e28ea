package io.spoor.sql;

/**
 * What words mean inside expressions, as bits; all other words are names of columns or functions.
 * The same word may be a function before a parenthesis and a name elsewhere.
 */
final class Word {

  /** Stands between operands or before one; never a column when not quoted. */
  static final int OPERATOR = 1;

  /** Has a value of its own; never a column when not quoted. */
  static final int CONSTANT = 1 << 1;

  /** Begins a typed literal when one follows: DATE '..', INTERVAL 1 DAY. */
  static final int LITERAL = 1 << 2;

  /** Part of a date, a word rather than a value in functions that take one. */
  static final int UNIT = 1 << 3;

  /** Function that makes one value of many rows. */
  static final int AGGREGATE = 1 << 4;

  /** Aggregate whose WITHIN GROUP holds the values. */
  static final int ORDERED_SET = 1 << 5;

  /** Function whose result does not tell its argument. */
  static final int MASK = 1 << 6;

  /** Function of the form f(value AS type). */
  static final int CAST = 1 << 7;

  /** Function of the form f(value, type) or f(type, value). */
  static final int CONVERT = 1 << 8;

  /** Function that takes its first argument as a condition. */
  static final int CONDITION_FIRST = 1 << 9;

  /** Function of conditions and values by turns: DECODE. */
  static final int DECODE = 1 << 10;

  /** Function of conditions and values by turns, without a first value: multiIf. */
  static final int CONDITIONS = 1 << 11;

  /** Function that takes a part of a date. */
  static final int TAKES_UNIT = 1 << 12;

  /** What follows in parentheses defines columns, types or options. */
  static final int DEFINITION = 1 << 13;

  /** Function whose first argument names a dictionary or the like. */
  static final int NAME_FIRST = 1 << 14;

  private static final int SLOTS = 2048;

  /** By slot the letters of the list that has the word; null where none is. */
  private static final char[][] LISTS = new char[SLOTS][];

  /** By slot where in its list the word is, and how long: {@code from << 8 | length}. */
  private static final int[] PLACES = new int[SLOTS];

  private static final int[] FLAGS = new int[SLOTS];

  static {
    put(
        OPERATOR,
        "AND OR NOT IN IS LIKE ILIKE RLIKE REGEXP GLOB SIMILAR BETWEEN DIV XOR ESCAPE CASE WHEN"
            + " THEN ELSE BY ON USING FROM FOR DISTINCT DISTINCTROW ALL ANY SOME EXISTS PRIOR"
            + " CONNECT_BY_ROOT OVERLAPS PLACING SELECT WHERE HAVING SEPARATOR AS COLLATE OVER"
            + " LEADING TRAILING BOTH ORDER PARTITION UNIQUE UNION EXCEPT INTERSECT WITHIN"
            + " BINARY NATURAL JOIN LIMIT GROUP QUALIFY RETURNING");
    put(
        CONSTANT,
        "NULL TRUE FALSE END DEFAULT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER"
            + " CURRENT_ROLE CURRENT_SCHEMA CURRENT_CATALOG CURRENT_DATABASE CURRENT_DATETIME"
            + " SESSION_USER SYSTEM_USER LOCALTIME LOCALTIMESTAMP SYSDATE SYSTIMESTAMP ROWNUM"
            + " MATCHED UNBOUNDED ASC DESC NOTNULL ISNULL UTC_TIMESTAMP UTC_DATE UTC_TIME");
    put(LITERAL, "DATE TIME TIMESTAMP TIMESTAMPTZ DATETIME INTERVAL NUMERIC DECIMAL JSON");
    put(
        UNIT,
        "YEAR YEARS MONTH MONTHS DAY DAYS HOUR HOURS MINUTE MINUTES SECOND SECONDS WEEK WEEKS"
            + " QUARTER QUARTERS DECADE CENTURY MILLENNIUM MILLISECOND MILLISECONDS MICROSECOND"
            + " MICROSECONDS NANOSECOND EPOCH DOW DOY ISODOW ISOYEAR ISOWEEK WEEKDAY DAYOFWEEK"
            + " DAYOFYEAR DAYOFMONTH YEARMONTH YYYY YYY YY QQ MM DD DY WW WK DW HH MI SS MS MCS"
            + " NS SQL_TSI_DAY SQL_TSI_HOUR SQL_TSI_MINUTE SQL_TSI_MONTH SQL_TSI_QUARTER"
            + " SQL_TSI_SECOND SQL_TSI_WEEK SQL_TSI_YEAR");
    put(
        AGGREGATE,
        "SUM AVG MIN MAX MEAN ARRAY_AGG STRING_AGG GROUP_CONCAT WM_CONCAT STDDEV"
            + " STDDEV_POP STDDEV_SAMP STDEV STDEVP VARIANCE VAR_POP VAR_SAMP VAR VARP ANY_VALUE"
            + " FIRST LAST COLLECT_LIST COLLECT_SET JSON_AGG JSONB_AGG JSON_OBJECT_AGG"
            + " JSONB_OBJECT_AGG JSON_ARRAYAGG JSON_OBJECTAGG XMLAGG OBJECT_AGG BOOL_AND BOOL_OR"
            + " BOOLAND_AGG BOOLOR_AGG EVERY LOGICAL_AND LOGICAL_OR BIT_AND BIT_OR BIT_XOR CORR"
            + " COVAR_POP COVAR_SAMP REGR_SLOPE REGR_INTERCEPT REGR_R2 KURTOSIS SKEWNESS ARG_MAX"
            + " ARG_MIN ARGMAX ARGMIN MAX_BY MIN_BY TOTAL PRODUCT ARRAY_CONCAT_AGG MAP_AGG"
            + " MULTIMAP_AGG HISTOGRAM GROUPARRAY GROUPUNIQARRAY QUANTILE QUANTILES QUANTILEEXACT"
            + " TOPK SUMIF AVGIF MINIF MAXIF ANYLAST APPROX_PERCENTILE APPROX_QUANTILES"
            + " APPROX_TOP_COUNT APPROX_TOP_K PERCENTILE PERCENTILE_APPROX LIST SUMMAP"
            + " COLLECT HLL");
    put(AGGREGATE | ORDERED_SET, "PERCENTILE_CONT PERCENTILE_DISC MODE MEDIAN");
    put(AGGREGATE, "LISTAGG");
    put(
        AGGREGATE | MASK,
        "COUNT COUNT_BIG COUNTIF COUNT_IF APPROX_COUNT_DISTINCT APPROX_DISTINCT UNIQ UNIQEXACT"
            + " UNIQCOMBINED NDV CHECKSUM_AGG HASH_AGG");
    put(
        MASK,
        "MD5 MD5_HEX MD5_BINARY SHA SHA1 SHA1_HEX SHA2 SHA2_HEX SHA224 SHA256 SHA384 SHA512 HASH"
            + " HASHBYTES STANDARD_HASH ORA_HASH CRC32 CRC32C XXHASH64 XXHASH XXHASH32 MURMUR3"
            + " MURMURHASH MURMURHASH3_32 CITYHASH64 SIPHASH64 FARM_FINGERPRINT FNV_HASH FNV64"
            + " CHECKSUM BINARY_CHECKSUM DIGEST HMAC HMAC_SHA256 CRYPT ENCRYPT ENCRYPT_RAW"
            + " AES_ENCRYPT DES_ENCRYPT ENCRYPTBYKEY ENCRYPTBYPASSPHRASE ENCRYPTBYCERT"
            + " PGP_SYM_ENCRYPT PGP_PUB_ENCRYPT PASSWORD MASK MASK_FIRST_N MASK_LAST_N"
            + " MASK_SHOW_FIRST_N MASK_SHOW_LAST_N MASK_HASH HASHTEXT HASH_MD5 HASH_SHA256"
            + " HASHROW TO_HEX_SHA256");
    put(CAST, "CAST TRY_CAST SAFE_CAST XMLCAST JSON_VALUE JSON_QUERY PARSE TRY_PARSE TREAT");
    put(CONVERT, "CONVERT TRY_CONVERT");
    put(CONDITION_FIRST, "IF IIF IFF NVL2");
    put(DECODE, "DECODE");
    put(CONDITIONS, "MULTIIF");
    put(
        TAKES_UNIT,
        "EXTRACT DATEADD DATE_ADD DATEDIFF DATE_DIFF DATEDIFF_BIG DATEPART DATE_PART DATENAME"
            + " DATETRUNC DATE_TRUNC DATETIME_TRUNC DATETIME_DIFF DATETIME_ADD DATETIME_SUB"
            + " DATE_SUB TIMESTAMP_TRUNC TIMESTAMP_DIFF TIMESTAMP_ADD TIMESTAMP_SUB TIMESTAMPADD"
            + " TIMESTAMPDIFF TIME_TRUNC TIME_DIFF TIME_ADD TIME_SUB TIMEADD TIMEDIFF LAST_DAY"
            + " NEXT_DAY TIME_SLICE DATE_BUCKET TRUNC FLOOR CEIL");
    put(DEFINITION, "COLUMNS");
    put(NAME_FIRST, "DICTGET DICTGETORDEFAULT DICTGETORNULL DICTHAS JOINGET JOINGETORNULL");
  }

  private Word() {}

  private static void put(int flags, String words) {
    // Before the first statement of a short job, so uncompiled: no tokenizer, and no string a word.
    char[] letters = words.toCharArray();
    for (int from = 0, to; from < letters.length; from = to + 1) {
      int space = words.indexOf(' ', from);
      to = space < 0 ? letters.length : space;
      int slot = slot(letters, from, to);
      LISTS[slot] = letters;
      PLACES[slot] = from << 8 | to - from;
      FLAGS[slot] |= flags;
    }
  }

  /** The bits of the word {@code text[from, to)} in any case; 0 when it is a plain name. */
  static int flags(char[] text, int from, int to) {
    return to - from > 24 ? 0 : FLAGS[slot(text, from, to)];
  }

  private static int slot(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      hash = hash * 31 + (c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    int slot = (hash ^ (hash >>> 11) ^ (hash >>> 22)) & (SLOTS - 1);
    while (LISTS[slot] != null && !spells(LISTS[slot], PLACES[slot], text, from, to)) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  private static boolean spells(char[] list, int place, char[] text, int from, int to) {
    if ((place & 0xff) != to - from) {
      return false;
    }
    int word = place >> 8;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if ((c >= 'a' && c <= 'z' ? c - 32 : c) != list[word + i - from]) {
        return false;
      }
    }
    return true;
  }
}
