package io.spoor.boot.record;

/**
 * Which calls of a method are units of work, what these are called and how it is known that they
 * failed. Immutable.
 */
public final class UnitRule {

  /** What a place tells of a unit that failed. */
  private static final String FAILED = "FAILED";

  /** The type of its job, as the jobType facet names it. */
  public final String jobType;

  /** Whether all calls within some time are one run. */
  public final boolean isService;

  /** Whether a call within a call on one thread is a part of it: methods that call one another. */
  final boolean joinsNested;

  /** Of those of its calls that follow one another soon; null = there is no difference. */
  final UnitRule frequent;

  private final String name;

  /** One name after the other, until one is known; each in parts. */
  private final Place[][] names;

  private final Place status;
  private final Place failures;

  private UnitRule(
      String jobType,
      boolean isService,
      boolean joinsNested,
      UnitRule frequent,
      String name,
      Place[][] names,
      Place status,
      Place failures) {
    this.jobType = jobType;
    this.isService = isService;
    this.joinsNested = joinsNested;
    this.frequent = frequent;
    this.name = name;
    this.names = names;
    this.status = status;
    this.failures = failures;
  }

  /** Each call of a method that the user has named. */
  public static UnitRule named(String name) {
    return new UnitRule("METHOD", false, true, null, name, null, null, null);
  }

  /**
   * A framework's.
   *
   * @param names where the parts of its name are when it begins, joined by commas; behind a bar
   *     those of another name, for when it has not all of these
   * @param status where its status is when it has returned; null when it throws what it fails of
   * @param failures where a collection of exceptions is then; null likewise
   */
  static UnitRule of(String jobType, String names, String status, String failures) {
    return new UnitRule(
        jobType,
        false,
        false,
        null,
        null,
        places(names),
        status == null ? null : Place.parse(status),
        failures == null ? null : Place.parse(failures));
  }

  /** Calls that are answers to somebody: all of one name, within some time, are one run. */
  static UnitRule service(String names) {
    return new UnitRule("SERVICE", true, true, null, null, places(names), null, null);
  }

  /** Calls by a clock: each is a run, but those that come often are a service. */
  static UnitRule schedule(String names) {
    return new UnitRule("JOB", false, false, service(names), null, places(names), null, null);
  }

  private static Place[][] places(String names) {
    String[] all = names.split("\\|");
    Place[][] places = new Place[all.length][];
    for (int i = 0; i < all.length; i++) {
      String[] parts = all[i].split(",");
      places[i] = new Place[parts.length];
      for (int k = 0; k < parts.length; k++) {
        places[i][k] = Place.parse(parts[k]);
      }
    }
    return places;
  }

  /** What a unit is called within its parent; null when the framework does not tell. */
  String name(Object self, Object[] args) {
    String found = names == null ? name : null;
    for (int i = 0; found == null && names != null && i < names.length; i++) {
      found = name(names[i], self, args);
    }
    return found;
  }

  private static String name(Place[] parts, Object self, Object[] args) {
    StringBuilder text = new StringBuilder();
    for (Place place : parts) {
      Object part = in(place, self, args);
      if (part == null) {
        return null;
      }
      String word = part instanceof Class ? simpleName((Class<?>) part) : part.toString();
      text.append(text.length() == 0 ? "" : ".").append(word);
    }
    return text.toString();
  }

  /**
   * By the text of its name alone: before JDK 17 getSimpleName loads the classes that it stands
   * among, and fails where one of them cannot be. The same in each run: of a class that was made at
   * run time, or has no name, that which it is of.
   */
  private static String simpleName(Class<?> type) {
    String name = type.getName();
    int start = name.lastIndexOf('.') + 1;
    int end = name.indexOf("$$", start + 1);
    end = end < 0 ? name.length() : end;
    while (true) {
      int dollar = name.lastIndexOf('$', end - 1);
      if (dollar <= start) {
        return name.substring(start, end);
      }
      int word = dollar + 1;
      while (word < end && Character.isDigit(name.charAt(word))) {
        word++;
      }
      if (word < end) {
        return name.substring(word, end);
      }
      end = dollar;
    }
  }

  /** Notes on a unit whose call has returned whether it failed. */
  void judge(UnitOfWork unit, Object self, Object[] args) {
    Object told = status == null ? null : in(status, self, args);
    if (told != null && told.toString().equals(FAILED)) {
      unit.failed = true;
      Object all = failures == null ? null : in(failures, self, args);
      if (all instanceof Iterable) {
        for (Object each : (Iterable<?>) all) {
          if (each instanceof Throwable && unit.failure == null) {
            unit.failure = (Throwable) each;
          }
        }
      }
    }
  }

  private static Object in(Place place, Object self, Object[] args) {
    try {
      return place.in(self, args, null);
    } catch (Place.NoSuchMemberException e) {
      // Another version of the framework.
      return null;
    }
  }
}
