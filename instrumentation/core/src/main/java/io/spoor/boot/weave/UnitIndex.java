package io.spoor.boot.weave;

import io.spoor.boot.record.UnitRule;
import io.spoor.boot.record.UnitTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Methods that the user has named, each call of which is a unit of work: {@code
 * com.acme.Nightly.run} in all its forms, also {@code com.acme.*Loader.load}, where a star stands
 * for any letters but dots, two for any. Thread-safe: class loading on any thread may ask it.
 */
public final class UnitIndex implements UnitTable {

  /** Methods that are told apart; more are woven not at all. */
  private static final int MOST = 10000;

  private static final String O = "Ljava/lang/Object;";

  private static final class Named {
    final String type;
    final String method;

    Named(String type, String method) {
      this.type = type;
      this.method = method;
    }
  }

  private final List<Named> patterns = new ArrayList<Named>();
  private final List<String> problems = new ArrayList<String>();

  /** Class and method of each id, from {@link #NAMED} on. */
  private final List<String> methods = new ArrayList<String>();

  private final List<UnitRule> rules = new ArrayList<UnitRule>();

  /**
   * @param setting methods with their classes, separated by semicolons
   */
  public UnitIndex(String setting) {
    for (int from = 0; from <= setting.length(); ) {
      int end = setting.indexOf(';', from);
      end = end < 0 ? setting.length() : end;
      String one = setting.substring(from, end).trim();
      from = end + 1;
      if (one.isEmpty()) {
        continue;
      }
      int dot = one.lastIndexOf('.');
      boolean isMethod = dot > 0 && dot < one.length() - 1 && one.indexOf('*', dot) < 0;
      if (isMethod && one.indexOf('(') < 0) {
        patterns.add(new Named(one.substring(0, dot).replace('.', '/'), one.substring(dot + 1)));
      } else {
        problems.add(
            "'"
                + one
                + "' names no method with its class, as in com.acme.Nightly.run; stars may stand in"
                + " the class");
      }
    }
  }

  /** What was wrong, a sentence each. */
  public List<String> problems() {
    return problems;
  }

  /** Whether no method is named. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** The rules of a class by internal name; null when none of its methods is named. */
  HookRule[] rules(String className) {
    List<HookRule> found = null;
    for (int i = 0; i < patterns.size(); i++) {
      Named each = patterns.get(i);
      if (matches(each.type, 0, className, 0)) {
        found = found == null ? new ArrayList<HookRule>(3) : found;
        add(className, each.method, found);
      }
    }
    return found == null || found.isEmpty() ? null : found.toArray(new HookRule[0]);
  }

  private void add(String className, String method, List<HookRule> into) {
    int id = id(className, method);
    if (id < 0) {
      return;
    }
    String target = method + "|(|*|";
    String number = "#" + id;
    into.add(HookRule.parse(target + "E|enter|(I" + O + "[" + O + ")V|" + number + ",this,null"));
    into.add(HookRule.parse(target + "R|exit|(I" + O + O + ")V|" + number + ",this,null"));
    into.add(HookRule.parse(target + "T|thrown|(ILjava/lang/Throwable;)V|" + number + ",thrown"));
  }

  /** The same for the same method, whichever loader its class has. */
  private synchronized int id(String className, String method) {
    String name = className + "." + method;
    int known = methods.indexOf(name);
    if (known < 0) {
      if (methods.size() >= MOST) {
        return -1;
      }
      known = methods.size();
      methods.add(name);
      int simple = Math.max(className.lastIndexOf('/'), className.lastIndexOf('$'));
      rules.add(UnitRule.named(className.substring(simple + 1) + "." + method));
    }
    return NAMED + known;
  }

  @Override
  public synchronized UnitRule named(int id) {
    return rules.get(id - NAMED);
  }

  private static boolean matches(String pattern, int p, String name, int n) {
    int i = p;
    int j = n;
    while (i < pattern.length() && pattern.charAt(i) != '*') {
      if (j >= name.length() || pattern.charAt(i) != name.charAt(j)) {
        return false;
      }
      i++;
      j++;
    }
    if (i == pattern.length()) {
      return j == name.length();
    }
    boolean all = pattern.startsWith("**", i);
    int rest = i + (all ? 2 : 1);
    for (int end = j; end <= name.length(); end++) {
      if (matches(pattern, rest, name, end)) {
        return true;
      }
      if (end < name.length() && name.charAt(end) == '/' && !all) {
        return false;
      }
    }
    return false;
  }
}
