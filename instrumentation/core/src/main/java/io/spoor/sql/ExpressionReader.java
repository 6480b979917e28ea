package io.spoor.sql;

import java.util.Arrays;

/**
 * Walks the tokens of an expression once and collects the columns in it, each in the way that its
 * place says: inside an aggregate, a condition, a window. No tree is built and nothing recurs.
 */
final class ExpressionReader {

  // What a bracket or CASE means for what stands in it; the low bits go on to the brackets inside.
  private static final int AGGREGATE = 1;
  private static final int MASK = 1 << 1;
  private static final int CONDITION = 1 << 2;
  private static final int WINDOW = 1 << 3;
  private static final int SORT = 1 << 4;
  private static final int SKIP = 1 << 5;
  private static final int INHERITED = (1 << 6) - 1;
  private static final int IS_CASE = 1 << 6;
  private static final int ORDER_SORTS = 1 << 7;
  private static final int UNIT_WORDS = 1 << 8;
  private static final int CASTS = 1 << 9;
  private static final int FIRST_ONLY = 1 << 10;
  private static final int BY_TURNS = 1 << 11;
  private static final int BY_TURNS_FROM_FIRST = 1 << 12;
  private static final int CONVERTS = 1 << 13;
  private static final int ORDERED_SET = 1 << 14;

  private static final int NAME_FIRST = 1 << 15;

  private static final int LAST_DECIDES = 1 << 16;

  private static final int MAX_NAMED_WINDOWS = 50;

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ColumnResolver resolver;

  /** The row that an upsert was to insert; null elsewhere. */
  private ColumnList inserted;

  private Scope scope;
  private int to;
  private int fixed;
  private boolean bare;
  private boolean operand;

  /** What brackets around mean, what the bracket means now, and which argument is read. */
  private int[] around = new int[32];

  private int[] now = new int[32];
  private int[] argument = new int[32];
  private int depth;

  /** What the bracket meant that was closed last. */
  private int closed;

  private int[] windows = new int[4];
  private int windowCount;
  private int[] lambdas = new int[4];
  private int lambdaCount;

  ExpressionReader(ColumnWork work, ColumnResolver resolver) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.resolver = resolver;
  }

  /** Lets MySQL's VALUES(a) mean the value that was to be inserted. */
  void seeInserted(ColumnList row) {
    inserted = row;
  }

  /** Adds the columns of a condition or a list, all in one way, to the collector. */
  void influences(Scope in, int from, int end, int way) {
    fixed = way;
    bare = false;
    read(in, from, end);
  }

  /** Adds the sources of a value to the collector. */
  void value(Scope in, int start, int end) {
    int from = start;
    int until = end;
    while (until - from > 2
        && tokens.isParen(from)
        && tokens.match[from] == until - 1
        && !scan.beginsQuery(from + 1)) {
      from++;
      until--;
    }
    fixed = 0;
    bare = isBare(from, until);
    read(in, from, until);
    for (int i = 0; i < windowCount; i++) {
      namedWindow(in, windows[i]);
    }
    windowCount = 0;
  }

  private void namedWindow(Scope in, int name) {
    int part = in.find(Part.WINDOWS);
    int end = part < 0 ? 0 : in.partTo(part);
    for (int p = part < 0 ? 0 : in.partFrom(part); p < end; p++) {
      if (tokens.isName(p)
          && tokens.sameName(p, name)
          && tokens.keyword[p + 1] == Keyword.AS
          && tokens.isParen(p + 2)) {
        influences(in, p + 3, scan.close(p + 2), Ways.WINDOW);
        return;
      }
      p = tokens.kind[p] == Tokens.OPEN ? scan.close(p) : p;
    }
  }

  /** Whether the value is a column, a parameter or a query itself, not made of it. */
  private boolean isBare(int from, int end) {
    if (from >= end) {
      return false;
    }
    if (tokens.isParen(from) && scan.beginsQuery(from + 1)) {
      return tokens.match[from] == end - 1;
    }
    if (tokens.kind[from] == Tokens.PARAM) {
      return end == from + 1;
    }
    int p = chainEnd(from, end);
    if (p + 2 == end && tokens.kind[p] == Tokens.DOT && tokens.kind[p + 1] == Tokens.PARAM) {
      return true;
    }
    if (p < end && tokens.isWord(p, "COLLATE")) {
      p = chainEnd(p + 1, end);
    }
    return p == end;
  }

  private int chainEnd(int from, int end) {
    int p = from + 1;
    while (p + 1 < end && tokens.kind[p] == Tokens.DOT && tokens.isName(p + 1)) {
      p += 2;
    }
    return p;
  }

  private void read(Scope in, int from, int end) {
    scope = in;
    to = end;
    operand = false;
    depth = 0;
    around[0] = 0;
    now[0] = 0;
    argument[0] = 0;
    closed = 0;
    lambdaCount = 0;
    int p = from;
    while (p < to) {
      switch (tokens.kind[p]) {
        case Tokens.OPEN:
          p = open(p);
          break;
        case Tokens.CLOSE:
          close();
          operand = true;
          p++;
          break;
        case Tokens.COMMA:
          comma(p);
          p++;
          break;
        case Tokens.PARAM:
          parameter(p);
          operand = true;
          p++;
          break;
        case Tokens.STRING:
        case Tokens.NUMBER:
          operand = true;
          p++;
          break;
        case Tokens.DOT:
          p += 2; // behind a bracket: a field of the value
          break;
        case Tokens.OPERATOR:
          p = operator(p);
          break;
        case Tokens.WORD:
        case Tokens.QUOTED:
          p = name(p);
          break;
        default:
          p++;
      }
    }
  }

  // ---- brackets

  private int open(int p) {
    if (tokens.isParen(p) && scan.beginsQuery(p + 1) && !isInserted(p + 1)) {
      nested(p);
      operand = true;
      return Math.min(to, scan.close(p) + 1);
    }
    if (isLambdaHead(p)) {
      return p + 1;
    }
    push(meaning(p));
    operand = false;
    return p + 1;
  }

  private boolean isInserted(int p) {
    return inserted != null && tokens.keyword[p] == Keyword.VALUES && tokens.isParen(p + 1);
  }

  private void nested(int p) {
    Query query = scope.nestedAt(p + 1);
    int way = way();
    if (query == null
        || query.outputs == null
        || way == 0
        || tokens.keyword[p - 1] == Keyword.EXISTS) {
      return;
    }
    for (int i = 0; i < query.outputs.size(); i++) {
      OutColumn column = query.outputs.get(i);
      if (column.star) {
        work.partial("the columns of a subquery are not known");
      } else if (work.spend(1)) {
        work.collector.addAll(column.sources(work), way);
      }
    }
  }

  private void push(int meaning) {
    int inherited = now[depth] & INHERITED;
    depth++;
    if (depth == now.length) {
      around = Arrays.copyOf(around, depth * 2);
      now = Arrays.copyOf(now, depth * 2);
      argument = Arrays.copyOf(argument, depth * 2);
    }
    around[depth] = inherited;
    now[depth] = inherited | meaning;
    argument[depth] = 0;
  }

  private void close() {
    while (depth > 0 && (now[depth] & IS_CASE) != 0) {
      depth--; // a CASE without END
    }
    closed = now[depth];
    depth = Math.max(0, depth - 1);
  }

  /** What the bracket at {@code p} means by the word in front of it. */
  private int meaning(int p) {
    if (p == 0 || !tokens.isParen(p) || tokens.kind[p - 1] != Tokens.WORD) {
      return 0;
    }
    Keyword keyword = tokens.keyword[p - 1];
    if (keyword == Keyword.GROUP && tokens.isWord(p - 2, "WITHIN")) {
      return (closed & ORDERED_SET) != 0 ? AGGREGATE : SORT;
    }
    if (tokens.isWord(p - 1, "OVER")) {
      return WINDOW;
    }
    if (tokens.isWord(p - 1, "FILTER")) {
      return CONDITION;
    }
    if (tokens.isWord(p - 1, "KEEP")) {
      return SKIP | ORDER_SORTS;
    }
    int flags = flags(p - 1);
    int meaning = 0;
    boolean conditional = hasSuffix(p - 1, "If");
    if ((flags & Word.AGGREGATE) != 0
        || conditional
        || hasSuffix(p - 1, "State")
        || hasSuffix(p - 1, "Merge")) {
      meaning |= AGGREGATE | ORDER_SORTS | (conditional ? LAST_DECIDES : 0);
      meaning |= (flags & Word.ORDERED_SET) != 0 ? ORDERED_SET : 0;
    }
    if ((flags & Word.MASK) != 0 || isMaskingSchema(p - 1)) {
      meaning |= MASK;
    }
    if ((flags & Word.CAST) != 0) {
      meaning |= CASTS;
    }
    if ((flags & Word.CONVERT) != 0) {
      meaning |= CONVERTS | CASTS | (scan.dialect == Dialect.SQLSERVER ? SKIP : 0);
    }
    if ((flags & Word.CONDITION_FIRST) != 0) {
      meaning |= CONDITION | FIRST_ONLY;
    }
    if ((flags & Word.DECODE) != 0) {
      meaning |= CONDITION | BY_TURNS;
    }
    if ((flags & Word.CONDITIONS) != 0) {
      meaning |= CONDITION | BY_TURNS_FROM_FIRST;
    }
    if ((flags & Word.TAKES_UNIT) != 0) {
      meaning |= UNIT_WORDS;
    }
    if ((flags & Word.DEFINITION) != 0) {
      meaning |= SKIP;
      if (scan.dialect == Dialect.DUCKDB) {
        work.partial("columns are chosen by a pattern");
      }
    }
    if ((flags & Word.NAME_FIRST) != 0) {
      meaning |= SKIP | NAME_FIRST;
    }
    return meaning;
  }

  private int flags(int word) {
    return Word.flags(tokens.text, tokens.start[word], tokens.end[word]);
  }

  /** ClickHouse: sumIf, avgState, uniqMerge and the like are the aggregate with a suffix. */
  private boolean hasSuffix(int word, String suffix) {
    int end = tokens.end[word] - suffix.length();
    int start = tokens.start[word];
    if (scan.dialect != Dialect.CLICKHOUSE || end <= start) {
      return false;
    }
    for (int i = 0; i < suffix.length(); i++) {
      if (tokens.text[end + i] != suffix.charAt(i)) {
        return false;
      }
    }
    return (Word.flags(tokens.text, start, end) & Word.AGGREGATE) != 0;
  }

  /** PostgreSQL Anonymizer: anon.partial(..). */
  private boolean isMaskingSchema(int word) {
    return word > 1 && tokens.kind[word - 1] == Tokens.DOT && tokens.isWord(word - 2, "ANON");
  }

  private void comma(int p) {
    operand = false;
    while (depth > 0 && (now[depth] & IS_CASE) != 0) {
      depth--; // a CASE without END
    }
    int meaning = now[depth];
    int index = ++argument[depth];
    int inherited = around[depth];
    if ((meaning & FIRST_ONLY) != 0) {
      now[depth] = meaning & ~(CONDITION & ~inherited);
    } else if ((meaning & (BY_TURNS | BY_TURNS_FROM_FIRST)) != 0) {
      boolean turn = (index & 1) == ((meaning & BY_TURNS) != 0 ? 1 : 0);
      boolean condition = turn && !isLastArgument(p);
      now[depth] = condition ? meaning | CONDITION : meaning & ~(CONDITION & ~inherited);
    } else if ((meaning & LAST_DECIDES) != 0) {
      now[depth] = isLastArgument(p) ? meaning | CONDITION : meaning;
    } else if ((meaning & NAME_FIRST) != 0) {
      now[depth] = meaning & ~(SKIP & ~inherited);
    } else if ((meaning & CONVERTS) != 0) {
      boolean type = scan.dialect != Dialect.SQLSERVER;
      now[depth] = type ? meaning | SKIP : meaning & ~(SKIP & ~inherited);
    } else if ((meaning & CASTS) != 0) {
      now[depth] = meaning & ~(SKIP & ~inherited); // behind "AS type" in a list
    }
  }

  private boolean isLastArgument(int comma) {
    for (int p = comma + 1; p < to; p++) {
      byte kind = tokens.kind[p];
      if (kind == Tokens.COMMA) {
        return false;
      }
      if (kind == Tokens.CLOSE) {
        return true;
      }
      p = kind == Tokens.OPEN ? scan.close(p) : p;
    }
    return true;
  }

  // ---- ways

  /** How a column that stands here takes part; 0 when it does not. */
  private int way() {
    if (fixed != 0) {
      return (now[depth] & SKIP) != 0 ? 0 : fixed;
    }
    int meaning = now[depth];
    int way;
    if ((meaning & SKIP) != 0) {
      return 0;
    } else if ((meaning & WINDOW) != 0) {
      way = Ways.WINDOW;
    } else if ((meaning & CONDITION) != 0) {
      way = Ways.CONDITIONAL;
    } else if ((meaning & SORT) != 0) {
      way = Ways.SORT;
    } else if ((meaning & AGGREGATE) != 0) {
      way = Ways.AGGREGATION;
    } else {
      way = bare ? Ways.IDENTITY : Ways.TRANSFORMATION;
    }
    return (meaning & MASK) != 0 ? Ways.masking(way) : way;
  }

  private void parameter(int p) {
    int way = way();
    if (way != 0 && isPosition(p)) {
      resolver.position(scope, -1, p, way);
      return;
    }
    if (way == 0 || fixed != 0) {
      return;
    }
    BaseColumn parameter = work.parameters.at(p);
    if (parameter != null && work.spend(1)) {
      work.collector.add(parameter, way);
    }
  }

  /** Snowflake: $1 is the first column of a file. */
  private boolean isPosition(int p) {
    return scan.dialect == Dialect.SNOWFLAKE
        && tokens.first(p) == '$'
        && tokens.end[p] - tokens.start[p] > 1
        && Chars.isDigit(tokens.text[tokens.start[p] + 1]);
  }

  // ---- operators

  private int operator(int p) {
    char c = tokens.first(p);
    if (c == ':' && operand && tokens.touchesPrevious(p)) {
      if (p + 1 < to && tokens.kind[p + 1] == Tokens.OPERATOR && tokens.first(p + 1) == ':') {
        return type(p + 2);
      }
      if (p + 1 < to && tokens.isName(p + 1) && tokens.touchesPrevious(p + 1)) {
        return p + 2; // Snowflake: a path into a document
      }
    }
    if (c == ':'
        && p + 1 < to
        && tokens.kind[p + 1] == Tokens.OPERATOR
        && tokens.first(p + 1) == ':') {
      return type(p + 2);
    }
    operand = c == '*' && !operand; // the star of count(*), or a multiplication
    return p + 1;
  }

  /** Steps over a type behind {@code ::}. */
  private int type(int start) {
    int p = start;
    if (p < to && tokens.isName(p)) {
      p = chainEnd(p, to);
    }
    while (p < to) {
      if (tokens.isWord(p, "PRECISION")
          || tokens.isWord(p, "VARYING")
          || tokens.isWord(p, "WITH")
          || tokens.isWord(p, "WITHOUT")
          || tokens.isWord(p, "TIME")
          || tokens.isWord(p, "ZONE")) {
        p++;
      } else if (tokens.kind[p] == Tokens.OPEN) {
        p = Math.min(to, scan.close(p) + 1);
      } else {
        break;
      }
    }
    operand = true;
    return p;
  }

  // ---- words

  private int name(int p) {
    int end = chainEnd(p, to);
    boolean word = end == p + 1 && tokens.kind[p] == Tokens.WORD;
    int flags = word ? flags(p) : 0;
    boolean calls = end < to && tokens.isParen(end);
    if (isInserted(p)) {
      OutColumn column = end + 1 < to ? inserted.find(work.names.ofToken(end + 1)) : null;
      if (column != null && way() != 0) {
        work.collector.addAll(column.sources(work), way());
      }
      operand = true;
      return scan.close(end) + 1;
    }
    if ((flags & Word.OPERATOR) != 0) {
      return operatorWord(p);
    }
    if (calls) {
      operand = false;
      return end; // the bracket asks for the name
    }
    if ((flags & Word.CONSTANT) != 0) {
      if (tokens.keyword[p] == Keyword.END) {
        endCase();
      }
      operand = true;
      return end;
    }
    if (word && (now[depth] & WINDOW) != 0 && isFrame(p)) {
      now[depth] |= SKIP; // ROWS BETWEEN .. holds no columns
      return end;
    }
    if (operand) {
      return end; // ASC, NULLS FIRST, AT TIME ZONE, an alias in a list
    }
    if (word && isNoColumn(p, flags)) {
      return behindWord(p);
    }
    operand = true;
    if (end + 1 < to && tokens.kind[end] == Tokens.DOT && tokens.first(end + 1) == '*') {
      if ((now[depth] & AGGREGATE) == 0) {
        work.partial("a row is used as a value");
      }
      return end + 2;
    }
    int way = way();
    if (end + 1 < to && tokens.kind[end] == Tokens.DOT && tokens.kind[end + 1] == Tokens.PARAM) {
      if (way != 0 && isPosition(end + 1)) {
        resolver.position(scope, p, end + 1, way);
      }
      return end + 2;
    }
    if (way != 0 && !isLambda(p) && !isSequence(p, end)) {
      resolver.chain(scope, p, end, way);
    }
    return end;
  }

  private int operatorWord(int p) {
    Keyword keyword = tokens.keyword[p];
    operand = false;
    if (keyword == null) {
      if (tokens.isWord(p, "COLLATE")) {
        operand = true;
        return chainEnd(p + 1, to);
      }
      if (tokens.isWord(p, "OVER") && p + 1 < to && tokens.isName(p + 1)) {
        window(p + 1);
        operand = true;
        return p + 2;
      }
      return p + 1;
    }
    switch (keyword) {
      case CASE:
        push(CONDITION | IS_CASE);
        break;
      case WHEN:
        caseTurns(true);
        break;
      case THEN:
      case ELSE:
        caseTurns(false);
        break;
      case ORDER:
        if ((now[depth] & ORDER_SORTS) != 0) {
          now[depth] = now[depth] & ~(SKIP & ~around[depth]) | SORT;
        }
        break;
      case AS:
        return as(p);
      case HAVING:
        if ((now[depth] & ORDER_SORTS) != 0) {
          now[depth] |= SORT; // BigQuery: any_value(a HAVING MAX b)
          return p + 2;
        }
        break;
      case USING:
        if ((now[depth] & CONVERTS) != 0) {
          now[depth] |= SKIP; // CONVERT(x USING utf8)
        }
        break;
      default:
    }
    return p + 1;
  }

  private void caseTurns(boolean condition) {
    if ((now[depth] & IS_CASE) != 0) {
      int rest = now[depth] & ~(CONDITION & ~around[depth]);
      now[depth] = condition ? rest | CONDITION : rest;
    }
  }

  private void endCase() {
    if ((now[depth] & IS_CASE) != 0) {
      depth--;
    }
  }

  /** {@code AS type} of a cast, else a name. */
  private int as(int p) {
    if ((now[depth] & CASTS) != 0) {
      now[depth] |= SKIP;
      return p + 1;
    }
    operand = true;
    return p + 2;
  }

  private void window(int name) {
    if (windowCount == MAX_NAMED_WINDOWS || fixed != 0) {
      return;
    }
    if (windowCount == windows.length) {
      windows = Arrays.copyOf(windows, windowCount * 2);
    }
    windows[windowCount++] = name;
  }

  /** Whether a word in the place of an operand is none. */
  private boolean isNoColumn(int p, int flags) {
    byte next = p + 1 < to ? tokens.kind[p + 1] : Tokens.END;
    if ((flags & Word.LITERAL) != 0 && next == Tokens.STRING) {
      return true;
    }
    if (tokens.isWord(p, "INTERVAL")) {
      boolean signed = next == Tokens.OPERATOR && tokens.kind[p + 2] == Tokens.NUMBER;
      return signed
          || next == Tokens.STRING
          || next == Tokens.NUMBER
          || next == Tokens.PARAM
          || next == Tokens.WORD
          || next == Tokens.QUOTED;
    }
    if ((now[depth] & UNIT_WORDS) != 0 && isUnit(p, flags, next)) {
      return true;
    }
    if (isReserved(p) || isTest(p)) {
      return true;
    }
    if (next == Tokens.OPERATOR) {
      return isNamedArgument(p) || startsLambda(p) || isKey(p) || isTyped(p, '<');
    }
    if (next == Tokens.OPEN) {
      return isTyped(p, '[') || isTyped(p, '{');
    }
    return next == Tokens.WORD && isPrefix(p);
  }

  /** IS EMPTY, IS NOT UNKNOWN, IS JSON; only SQLite takes any value behind IS. */
  private boolean isTest(int p) {
    Keyword before = tokens.keyword[p - 1];
    boolean is =
        before == Keyword.IS
            || before == Keyword.NOT && p > 1 && tokens.keyword[p - 2] == Keyword.IS;
    return is && scan.dialect != Dialect.SQLITE;
  }

  /** A word that only begins something longer. */
  private boolean isPrefix(int p) {
    return tokens.isWord(p, "GROUPING") && tokens.isWord(p + 1, "SETS")
        || tokens.isWord(p, "NEXT") && tokens.isWord(p + 1, "VALUE")
        || tokens.isWord(p, "CURRENT") && (flags(p + 1) & Word.OPERATOR) == 0;
  }

  /** A value of the product's own. */
  private boolean isReserved(int p) {
    if (scan.dialect == Dialect.ORACLE) {
      return tokens.isWord(p, "LEVEL") || tokens.isWord(p, "USER") || tokens.isWord(p, "UID");
    }
    return tokens.isWord(p, "USER")
        && (scan.dialect.isPostgresFamily() || scan.dialect == Dialect.SQLSERVER);
  }

  /** {@code ARRAY[..]}, {@code ARRAY<INT64>[..]}, {@code MAP {..}} */
  private boolean isTyped(int p, char next) {
    return tokens.first(p + 1) == next
        && (tokens.keyword[p] == Keyword.ARRAY
            || tokens.isWord(p, "STRUCT") && next != '['
            || tokens.isWord(p, "MAP"));
  }

  /** DuckDB: {@code {name: value}} */
  private boolean isKey(int p) {
    return tokens.first(p + 1) == ':'
        && p + 2 < to
        && !tokens.touchesPrevious(p + 2)
        && (tokens.kind[p - 1] == Tokens.COMMA || tokens.first(p - 1) == '{');
  }

  private int behindWord(int p) {
    operand = true;
    if (tokens.isWord(p, "NEXT")) {
      return Math.min(to, chainEnd(Math.min(to, p + 3), to)); // NEXT VALUE FOR s
    }
    if (tokens.isWord(p, "CURRENT")) {
      return p + 2; // Db2: CURRENT DATE
    }
    boolean unit = (now[depth] & UNIT_WORDS) != 0 && !tokens.isWord(p, "INTERVAL");
    if (unit && tokens.kind[p + 1] != Tokens.OPERATOR || isReserved(p) || isTest(p)) {
      return p + 1;
    }
    operand = false;
    if (tokens.first(p + 1) == '<') {
      return behindType(p + 1);
    }
    boolean named = p + 2 < to && tokens.kind[p + 1] == Tokens.OPERATOR;
    return named && !isKey(p) && !tokens.isWord(p, "INTERVAL") ? p + 3 : p + 1;
  }

  /** Steps over {@code <INT64>} and {@code <STRUCT<a INT64>>}. */
  private int behindType(int start) {
    int open = 0;
    for (int p = start; p < to; p++) {
      open += tokens.first(p) == '<' ? 1 : tokens.first(p) == '>' ? -1 : 0;
      if (open == 0) {
        return p + 1;
      }
    }
    return to;
  }

  private boolean isUnit(int p, int flags, byte next) {
    byte before = tokens.kind[p - 1];
    boolean alone = before == Tokens.OPEN || before == Tokens.COMMA;
    if (p + 1 < to && tokens.keyword[p + 1] == Keyword.FROM && before == Tokens.OPEN) {
      return true; // EXTRACT(epoch FROM x)
    }
    return alone
        && (flags & Word.UNIT) != 0
        && (next == Tokens.COMMA || next == Tokens.CLOSE || next == Tokens.END);
  }

  private boolean isFrame(int p) {
    boolean word =
        tokens.isWord(p, "ROWS") || tokens.isWord(p, "RANGE") || tokens.isWord(p, "GROUPS");
    byte next = tokens.kind[p + 1];
    return word
        && (next == Tokens.NUMBER
            || next == Tokens.PARAM
            || tokens.keyword[p + 1] == Keyword.BETWEEN
            || tokens.keyword[p + 1] == Keyword.CURRENT
            || tokens.isWord(p + 1, "UNBOUNDED")
            || tokens.isWord(p + 1, "INTERVAL"));
  }

  /** {@code f(name => value)} and {@code f(name := value)}. */
  private boolean isNamedArgument(int p) {
    if (p + 2 >= to || tokens.kind[p + 2] != Tokens.OPERATOR || !tokens.touchesPrevious(p + 2)) {
      return false;
    }
    char first = tokens.first(p + 1);
    char second = tokens.first(p + 2);
    return first == '=' && second == '>' || first == ':' && second == '=';
  }

  // ---- lambdas: x -> x + 1, (x, y) -> x + y

  private boolean startsLambda(int p) {
    if (!isArrow(p + 1)) {
      return false;
    }
    byte next = p + 3 < to ? tokens.kind[p + 3] : Tokens.END;
    if (next == Tokens.STRING || next == Tokens.NUMBER || tokens.first(p + 3) == '>') {
      return false; // into a JSON document
    }
    lambda(p);
    return true;
  }

  private boolean isLambdaHead(int open) {
    int close = tokens.match[open];
    if (!tokens.isParen(open) || close <= open || close + 2 >= to || !isArrow(close + 1)) {
      return false;
    }
    for (int i = open + 1; i < close; i++) {
      if (tokens.isName(i)) {
        lambda(i);
      }
    }
    push(SKIP);
    return true;
  }

  private boolean isArrow(int p) {
    return hasLambdas()
        && p + 1 < to
        && tokens.kind[p] == Tokens.OPERATOR
        && tokens.first(p) == '-'
        && tokens.first(p + 1) == '>'
        && tokens.touchesPrevious(p + 1);
  }

  private boolean hasLambdas() {
    switch (scan.dialect) {
      case CLICKHOUSE:
      case DUCKDB:
      case TRINO:
      case ATHENA:
      case SPARK:
      case DATABRICKS:
      case SNOWFLAKE:
        return true;
      default:
        return false;
    }
  }

  private void lambda(int name) {
    if (lambdaCount == lambdas.length) {
      lambdas = Arrays.copyOf(lambdas, lambdaCount * 2);
    }
    lambdas[lambdaCount++] = work.names.ofToken(name);
  }

  private boolean isLambda(int p) {
    for (int i = 0; i < lambdaCount; i++) {
      if (lambdas[i] == work.names.ofToken(p)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSequence(int p, int end) {
    return end > p + 1 && (tokens.isWord(end - 1, "NEXTVAL") || tokens.isWord(end - 1, "CURRVAL"));
  }
}
