package io.spoor.sql;

import java.util.Arrays;

/**
 * Walks the tokens of an expression once and collects the columns in it, each in the way that its
 * place says: inside an aggregate, a condition, a window. No tree is built and nothing recurs.
 */
final class ExpressionReader {

  private static final int MAX_NAMED_WINDOWS = 50;

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ColumnResolver resolver;
  private final Nesting nesting;
  private final Lambdas lambdas;
  private final PlainWords words;

  /** Made with the first bracket. */
  private Bracket brackets;

  /** The row that an upsert was to insert; null elsewhere. */
  private ColumnList inserted;

  private Scope scope;
  private int to;
  private int fixed;
  private boolean bare;
  private boolean operand;

  private int[] windows = new int[4];
  private int windowCount;

  ExpressionReader(ColumnWork work, ColumnResolver resolver) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.resolver = resolver;
    this.nesting = new Nesting(work.scan);
    this.lambdas = new Lambdas(work);
    this.words = new PlainWords(work, lambdas);
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
    nesting.clear();
    lambdas.clear();
    int p = from;
    while (p < to) {
      switch (tokens.kind[p]) {
        case Tokens.OPEN:
          p = open(p);
          break;
        case Tokens.CLOSE:
          nesting.close();
          operand = true;
          p++;
          break;
        case Tokens.COMMA:
          nesting.comma(p);
          operand = false;
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
    boolean variables = lambdas.isHead(p, to);
    if (brackets == null) {
      brackets = new Bracket(work);
    }
    nesting.push(variables ? Bracket.SKIP : brackets.of(p, nesting.closed()));
    operand = false;
    return p + 1;
  }

  private boolean isInserted(int p) {
    return inserted != null && tokens.keyword[p] == Keyword.VALUES && tokens.isParen(p + 1);
  }

  private void nested(int p) {
    Query query = scope.nestedAt(p + 1);
    int way = nesting.way(fixed, bare);
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

  // ---- ways

  private void parameter(int p) {
    int way = nesting.way(fixed, bare);
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
      if (column != null && nesting.way(fixed, bare) != 0) {
        work.collector.addAll(column.sources(work), nesting.way(fixed, bare));
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
        nesting.endCase();
      }
      operand = true;
      return end;
    }
    if (word && nesting.is(Bracket.WINDOW) && isFrame(p)) {
      nesting.add(Bracket.SKIP); // ROWS BETWEEN .. holds no columns
      return end;
    }
    if (operand) {
      return end; // ASC, NULLS FIRST, AT TIME ZONE, an alias in a list
    }
    if (word && words.isNoColumn(p, flags, to, nesting.is(Bracket.UNIT_WORDS))) {
      int behind = words.behind(p);
      operand = words.value;
      return behind;
    }
    operand = true;
    if (end + 1 < to && tokens.kind[end] == Tokens.DOT && tokens.first(end + 1) == '*') {
      if (!nesting.is(Bracket.AGGREGATE)) {
        work.partial("a row is used as a value");
      }
      return end + 2;
    }
    int way = nesting.way(fixed, bare);
    if (end + 1 < to && tokens.kind[end] == Tokens.DOT && tokens.kind[end + 1] == Tokens.PARAM) {
      if (way != 0 && isPosition(end + 1)) {
        resolver.position(scope, p, end + 1, way);
      }
      return end + 2;
    }
    if (way != 0 && !lambdas.isVariable(p) && !isSequence(p, end)) {
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
        nesting.push(Bracket.CONDITION | Bracket.IS_CASE);
        break;
      case WHEN:
        nesting.caseTurns(true);
        break;
      case THEN:
      case ELSE:
        nesting.caseTurns(false);
        break;
      case ORDER:
        if (nesting.is(Bracket.ORDER_SORTS)) {
          nesting.remove(Bracket.SKIP);
          nesting.add(Bracket.SORT);
        }
        break;
      case AS:
        return as(p);
      case HAVING:
        if (nesting.is(Bracket.ORDER_SORTS)) {
          nesting.add(Bracket.SORT); // BigQuery: any_value(a HAVING MAX b)
          return p + 2;
        }
        break;
      case USING:
        if (nesting.is(Bracket.CONVERTS)) {
          nesting.add(Bracket.SKIP); // CONVERT(x USING utf8)
        }
        break;
      default:
    }
    return p + 1;
  }

  /** {@code AS type} of a cast, else a name. */
  private int as(int p) {
    if (nesting.is(Bracket.CASTS)) {
      nesting.add(Bracket.SKIP);
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

  private int flags(int word) {
    return Word.flags(tokens.text, tokens.start[word], tokens.end[word]);
  }

  private boolean isSequence(int p, int end) {
    return end > p + 1 && (tokens.isWord(end - 1, "NEXTVAL") || tokens.isWord(end - 1, "CURRVAL"));
  }
}
