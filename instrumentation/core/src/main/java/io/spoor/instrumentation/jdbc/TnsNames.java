package io.spoor.instrumentation.jdbc;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;

/** Looks aliases up in tnsnames.ora, which lies where the driver itself looks for it. */
final class TnsNames {

  /** A tnsnames.ora that is longer is read no further. */
  private static final int LONGEST = 1 << 20;

  private static final String[] PLACES = {
    System.getProperty("oracle.net.tns_admin"), System.getenv("TNS_ADMIN")
  };

  /**
   * The descriptor of an alias.
   *
   * @param folder that the URL names; null when it names none
   * @return null when it is not found
   */
  String descriptor(String alias, String folder) {
    String found = folder == null ? null : in(folder, alias);
    for (int i = 0; i < PLACES.length && found == null; i++) {
      found = PLACES[i] == null ? null : in(PLACES[i], alias);
    }
    String home = System.getenv("ORACLE_HOME");
    return found == null && home != null ? in(home + "/network/admin", alias) : found;
  }

  private static String in(String folder, String alias) {
    File file = new File(folder, "tnsnames.ora");
    if (!file.isFile()) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(new FileInputStream(file), "UTF-8"))) {
      for (String line = in.readLine();
          line != null && text.length() < LONGEST;
          line = in.readLine()) {
        text.append(UrlText.until(line, "#")).append('\n');
      }
    } catch (IOException e) {
      return null;
    }
    return find(text.toString(), alias);
  }

  /**
   * Finds {@code alias[, alias] = (...)}; one with a domain is found without it where that is
   * unambiguous.
   *
   * @param text a tnsnames.ora without comments
   */
  static String find(String text, String alias) {
    String withDomain = null;
    int withDomains = 0;
    int from = 0;
    while (from < text.length()) {
      int equals = text.indexOf('=', from);
      int open = equals < 0 ? -1 : text.indexOf('(', equals);
      if (open < 0) {
        break;
      }
      int end = closing(text, open);
      String heads = text.substring(from, equals);
      for (int at = 0, comma; at <= heads.length(); at = comma + 1) {
        comma = UrlText.firstOf(heads, ",", at);
        String head = heads.substring(at, comma).trim();
        if (head.equalsIgnoreCase(alias)) {
          return text.substring(open, end);
        }
        if (UrlText.until(head, ".").equalsIgnoreCase(alias)) {
          withDomain = text.substring(open, end);
          withDomains++;
        }
      }
      from = end;
    }
    return withDomains == 1 ? withDomain : null;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
