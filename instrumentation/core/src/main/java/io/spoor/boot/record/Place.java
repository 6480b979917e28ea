package io.spoor.boot.record;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in a call something is: {@code this}, {@code result}, or an argument by its number from 1,
 * and from there by members: {@code 2.gamma}, {@code this.getOptions()}. A star stands for each
 * element of a collection or array, or each value of a map: {@code 1.getColumns().*.name()}. A
 * question mark at the end makes it optional: not every version or sub class has the member.
 * Immutable.
 */
public final class Place {

  private static final String EACH = "*";
  private static final int THIS = -1;
  private static final int RESULT = -2;

  private final int start;
  private final String[] members;
  private final boolean optional;

  private Place(int start, String[] members, boolean optional) {
    this.start = start;
    this.members = members;
    this.optional = optional;
  }

  /**
   * From the notation.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static Place parse(String text) {
    boolean optional = text.endsWith("?");
    String plain = optional ? text.substring(0, text.length() - 1) : text;
    List<String> words = new ArrayList<String>();
    int from = 0;
    for (int end = plain.indexOf('.'); end >= 0; end = plain.indexOf('.', from)) {
      words.add(plain.substring(from, end));
      from = end + 1;
    }
    words.add(plain.substring(from));
    String[] members = words.subList(1, words.size()).toArray(new String[0]);
    for (String member : members) {
      String name = member.endsWith("()") ? member.substring(0, member.length() - 2) : member;
      if (!isName(name) && !member.equals(EACH)) {
        throw new IllegalArgumentException(
            "'" + member + "' is neither a field nor a method without arguments, as in size()");
      }
    }
    return new Place(start(words.get(0)), members, optional);
  }

  private static boolean isName(String name) {
    boolean is = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    for (int i = 1; is && i < name.length(); i++) {
      is = Character.isJavaIdentifierPart(name.charAt(i));
    }
    return is;
  }

  private static int start(String word) {
    if (word.equals("this")) {
      return THIS;
    }
    if (word.equals("result")) {
      return RESULT;
    }
    boolean number = !word.isEmpty() && word.length() <= 3;
    for (int i = 0; number && i < word.length(); i++) {
      number = word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
    if (!number || word.equals("0")) {
      throw new IllegalArgumentException(
          "'" + word + "' is no place: this, result, or the number of an argument from 1");
    }
    return Integer.parseInt(word);
  }

  /** The number of the argument that it is, from 1; 0 for this; -1 for anything else. */
  public int plain() {
    return members.length > 0 || start == RESULT ? -1 : Math.max(start, 0);
  }

  /** The number of the argument that it begins with, from 1; 0 when with none. */
  public int argument() {
    return Math.max(start, 0);
  }

  /**
   * What is there; null when nothing is.
   *
   * @throws NoSuchMemberException if the library has no such member, and it is not optional
   */
  Object in(Object self, Object[] args, Object result) throws NoSuchMemberException {
    return in(self, args, result, LibraryValues.MOST);
  }

  /**
   * The same of the first elements behind the first star.
   *
   * @param most so many
   * @throws NoSuchMemberException likewise
   */
  Object in(Object self, Object[] args, Object result, int most) throws NoSuchMemberException {
    Object value =
        start == THIS
            ? self
            : start == RESULT ? result : start <= args.length ? args[start - 1] : null;
    return from(value, 0, most);
  }

  private Object from(Object start, int first, int most) throws NoSuchMemberException {
    Object value = start;
    for (int i = first; i < members.length && value != null; i++) {
      if (members[i].equals(EACH)) {
        boolean isOfJob = i == 0 && (value instanceof Iterator || value instanceof Enumeration);
        // What the job itself goes through must not be used up here.
        return isOfJob ? null : each(value, i + 1, most);
      }
      value = member(value, members[i]);
    }
    return value;
  }

  private Object each(Object of, int next, int most) throws NoSuchMemberException {
    if (of instanceof Map) {
      Map<Object, Object> found = new LinkedHashMap<Object, Object>();
      for (Map.Entry<?, ?> each : ((Map<?, ?>) of).entrySet()) {
        if (found.size() < most) {
          found.put(each.getKey(), from(each.getValue(), next, LibraryValues.MOST));
        }
      }
      return found;
    }
    List<Object> found = new ArrayList<Object>();
    Iterator<?> all = LibraryValues.elements(of);
    while (all != null && all.hasNext() && found.size() < most) {
      found.add(from(all.next(), next, LibraryValues.MOST));
    }
    return found;
  }

  private Object member(Object of, String name) throws NoSuchMemberException {
    Class<?> type = of.getClass();
    try {
      if (name.endsWith("()")) {
        Method method = method(type, name.substring(0, name.length() - 2));
        return method.invoke(of);
      }
      return field(type, name).get(of);
    } catch (InvocationTargetException e) {
      // The library's own refusal: there is no such value.
      return null;
    } catch (ReflectiveOperationException e) {
      return missing(type, name);
    } catch (RuntimeException e) {
      // A module that does not open itself: InaccessibleObjectException.
      return missing(type, name);
    }
  }

  private Object missing(Class<?> type, String name) throws NoSuchMemberException {
    if (optional) {
      return null;
    }
    throw new NoSuchMemberException(type.getName() + " has no " + name + " that can be read");
  }

  /** A field, first a public one. */
  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = null;
    try {
      field = type.getField(name);
    } catch (NoSuchFieldException e) {
      for (Class<?> each = type; field == null && each != null; each = each.getSuperclass()) {
        for (Field declared : each.getDeclaredFields()) {
          field = declared.getName().equals(name) ? declared : field;
        }
      }
      if (field == null) {
        throw e;
      }
    }
    field.setAccessible(true);
    return field;
  }

  /** A public method, of a public type where there is one: then it needs no leave. */
  private static Method method(Class<?> type, String name) throws NoSuchMethodException {
    Method method = type.getMethod(name);
    if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
      method.setAccessible(true);
    }
    return method;
  }

  /** A description does not fit the library. */
  static final class NoSuchMemberException extends Exception {
    private static final long serialVersionUID = 1;

    NoSuchMemberException(String message) {
      super(message);
    }
  }
}
