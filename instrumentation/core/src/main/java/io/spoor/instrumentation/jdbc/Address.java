package io.spoor.instrumentation.jdbc;

/** What is behind the scheme of a JDBC URL, taken apart. Holds no password. Immutable. */
final class Address {

  /** What follows {@code scheme://} in the namespace; null when the scheme is all of it. */
  final String place;

  /** Mostly the database, decoded; null when there is none. */
  final String path;

  /** The user that the address itself names; null when it names none. */
  final String user;

  final UrlParameters parameters;

  Address(String place, String path, String user, UrlParameters parameters) {
    this.place = place;
    this.path = UrlText.emptyToNull(path);
    this.user = UrlText.emptyToNull(user);
    this.parameters = parameters;
  }

  /** The same at another place. */
  Address at(String other) {
    return new Address(other, path, user, parameters);
  }

  /**
   * The first of the sources that is there.
   *
   * @param sources as {@link Product#catalogFrom} lists them
   * @param user as given to the driver or in the URL; may be null
   * @return null when there is none; a source with ! answers with a leading !
   */
  String find(String[] sources, String user) {
    for (String source : sources) {
      String found = one(source, user);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private String one(String source, String who) {
    char first = source.charAt(0);
    if (first == '=') {
      return "!" + source.substring(1);
    }
    if (first == '/') {
      return source.length() == 1 ? path : part(source.charAt(1) - '0');
    }
    if (source.equals("user")) {
      return who;
    }
    if (source.equals("options")) {
      return searchPath(parameters.get("options"));
    }
    if (source.endsWith("!")) {
      String exact = parameters.get(source.substring(0, source.length() - 1));
      return exact == null ? null : "!" + exact;
    }
    return parameters.get(source);
  }

  private String part(int index) {
    String rest = path;
    for (int i = 0; i < index && rest != null; i++) {
      int slash = rest.indexOf('/');
      rest = slash < 0 ? null : rest.substring(slash + 1);
    }
    return rest == null ? null : UrlText.emptyToNull(UrlText.until(rest, "/"));
  }

  /** From PostgreSQL's {@code options=-c search_path=a,b}. */
  private static String searchPath(String options) {
    int at = options == null ? -1 : options.indexOf("search_path=");
    if (at < 0) {
      return null;
    }
    int from = at + "search_path=".length();
    return UrlText.emptyToNull(options.substring(from, UrlText.firstOf(options, " ", from)));
  }
}
