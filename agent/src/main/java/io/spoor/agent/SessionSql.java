package io.spoor.agent;

import io.spoor.instrumentation.jdbc.Database;
import java.util.Locale;

/** The few session statements that change what an unqualified table name means. */
final class SessionSql {

  private static final String[] HEADS = {
    "SET SCHEMA ",
    "SET CURRENT SCHEMA ",
    "SET CURRENT_SCHEMA ",
    "USE SCHEMA ",
    "SET SEARCH_PATH TO "
  };

  private SessionSql() {}

  /** The same database with the new default schema, or null when the statement sets none. */
  static Database apply(String sql, Database database) {
    String text = oneBlank(sql.trim());
    String upper = text.toUpperCase(Locale.ROOT);
    for (String head : HEADS) {
      if (upper.startsWith(head)) {
        return withName(text.substring(head.length()).trim(), database);
      }
    }
    return null;
  }

  /** White space between words as one blank each. */
  private static String oneBlank(String sql) {
    StringBuilder out = new StringBuilder(sql.length());
    for (int i = 0; i < sql.length(); i++) {
      char c = Character.isWhitespace(sql.charAt(i)) ? ' ' : sql.charAt(i);
      if (c != ' ' || out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static Database withName(String text, Database database) {
    String name = text.startsWith("=") ? text.substring(1).trim() : text;
    if (name.isEmpty()) {
      return null;
    }
    char quote = name.charAt(0);
    if (quote == '"' || quote == '\'' || quote == '`') {
      int end = name.indexOf(quote, 1);
      return end < 0 ? null : database.withSchema(name.substring(1, end));
    }
    int end = 0;
    while (end < name.length()
        && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '_')) {
      end++;
    }
    return end == 0 ? null : database.withSchema(database.fold(name.substring(0, end)));
  }
}
