package io.spoor.sql;

/** A column that a query or a relation offers; or, as a star, all columns of a table. */
final class OutColumn {

  /** Number of its name in the {@link NameTable}; -1 when it has none. */
  final int name;

  /** The name's token, or the first token of an expression without a name; -1 for a catalogue's. */
  private final int labelFrom;

  /** Behind the expression whose text stands for a name; -1 when the name is a token's. */
  private final int labelTo;

  /** The catalogue's spelling, else null. */
  final String spelling;

  /** The table of a star or of a catalogue's column; null when the star's table is not known. */
  final TableRef table;

  final boolean star;

  /** Names that a star leaves out; null for none. */
  final int[] excluded;

  /** Whether a star comes from a further branch of a set operation, whose names do not count. */
  final boolean united;

  /** Whether the expression uses a column of the very name it gets. */
  boolean usesOwnName;

  private Sources sources;

  private OutColumn(
      int name,
      int labelFrom,
      int labelTo,
      String spelling,
      TableRef table,
      boolean star,
      int[] excluded,
      boolean united,
      Sources sources) {
    this.name = name;
    this.labelFrom = labelFrom;
    this.labelTo = labelTo;
    this.spelling = spelling;
    this.table = table;
    this.star = star;
    this.excluded = excluded;
    this.united = united;
    this.sources = sources;
  }

  static OutColumn named(int name, int token, Sources sources) {
    return new OutColumn(name, token, -1, null, null, false, null, false, sources);
  }

  static OutColumn unnamed(int from, int to, Sources sources) {
    return new OutColumn(-1, from, to, null, null, false, null, false, sources);
  }

  static OutColumn ofCatalog(int name, String spelling, TableRef table) {
    return new OutColumn(name, -1, -1, spelling, table, false, null, false, null);
  }

  /** A column whose name is no token of the text. */
  static OutColumn constant(int name, String spelling, Sources sources) {
    return new OutColumn(name, -1, -1, spelling, null, false, null, false, sources);
  }

  /** All columns of a table but some. */
  static OutColumn star(TableRef table, int[] excluded) {
    return new OutColumn(-1, -1, -1, null, table, true, excluded, false, Sources.NONE);
  }

  /** The star of a further branch of a set operation. */
  OutColumn united() {
    return new OutColumn(-1, -1, -1, null, table, true, excluded, true, Sources.NONE);
  }

  /** The same values under another name. */
  OutColumn renamed(int newName, int token, ColumnWork work) {
    return named(newName, token, sources(work));
  }

  /** The same name for other values. */
  OutColumn with(Sources other) {
    return new OutColumn(name, labelFrom, labelTo, spelling, null, false, null, false, other);
  }

  Sources sources(ColumnWork work) {
    if (sources == null) {
      BaseColumn base = work.base(table, name, spelling, true);
      sources = new Sources(new BaseColumn[] {base}, new int[] {Ways.IDENTITY});
    }
    return sources;
  }

  boolean excludes(int id) {
    for (int i = 0; excluded != null && i < excluded.length; i++) {
      if (excluded[i] == id) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name is written rather than made of an expression's text. */
  boolean isNamed() {
    return name >= 0;
  }

  /** Whether the case of the name counts. */
  boolean isQuoted(Tokens tokens) {
    return spelling != null
        || labelTo < 0 && labelFrom >= 0 && tokens.kind[labelFrom] != Tokens.WORD;
  }

  /** The name, or the expression's text without its literals. */
  String label(Tokens tokens) {
    if (star) {
      return "*";
    }
    if (spelling != null) {
      return spelling;
    }
    if (labelFrom < 0) {
      return "";
    }
    if (labelTo < 0) {
      return labelOf(tokens, labelFrom);
    }
    return expressionText(tokens, labelFrom, labelTo);
  }

  private static String labelOf(Tokens tokens, int token) {
    if (tokens.kind[token] == Tokens.PARAM) {
      String raw = tokens.raw(token); // AS :name, where a template stands in place of a name
      return raw.length() > 1 ? raw.substring(1) : raw;
    }
    return tokens.unquoted(token);
  }

  private static String expressionText(Tokens tokens, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to && text.length() < 200; i++) {
      if (i > from && tokens.start[i] > tokens.end[i - 1]) {
        text.append(' ');
      }
      byte kind = tokens.kind[i];
      if (kind == Tokens.STRING || kind == Tokens.NUMBER || kind == Tokens.PARAM) {
        text.append('?');
      } else {
        text.append(tokens.text, tokens.start[i], tokens.end[i] - tokens.start[i]);
      }
    }
    return text.toString();
  }
}
