package io.spoor.boot.record;

import io.spoor.boot.record.LibraryCall.Named;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Takes parameters, metrics and names out of the shapes that libraries give them. What it returns
 * are copies: texts, numbers and booleans; of other objects no more than the name of their class,
 * since their text could be the job's data.
 */
final class LibraryValues {

  /** Values taken from one place. */
  static final int MOST = 300;

  private static final int LONGEST = 300;

  static final Named[] NONE = {};

  private LibraryValues() {}

  /** Texts by which files and the like are named; null for what names none. */
  static String path(Object value) {
    if (value instanceof String || value instanceof Path || value instanceof URL) {
      return value.toString();
    }
    if (value instanceof File) {
      return ((File) value).getPath();
    }
    if (value instanceof URI) {
      return value.toString();
    }
    return null;
  }

  /** Name and value pairs of whatever holds several. */
  static Named[] several(Object value) {
    List<Named> found = new ArrayList<Named>();
    if (value instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        add(found, String.valueOf(entry.getKey()), entry.getValue());
      }
    } else if (value instanceof String) {
      assignments(found, (String) value);
    } else if (value instanceof String[]) {
      options(found, (String[]) value);
    } else if (value instanceof double[] || value instanceof float[]) {
      found.add(new Named(null, numbers(value)));
    } else if (value instanceof Collection || value instanceof Object[]) {
      Iterator<?> each = elements(value);
      while (each.hasNext() && found.size() < MOST) {
        Object one = each.next();
        Iterator<?> inner = one instanceof Object[] ? elements(one) : null;
        while (inner != null && inner.hasNext() && found.size() < MOST) {
          add(found, null, inner.next());
        }
        add(found, null, one);
      }
    } else if (value instanceof Number || value instanceof Boolean || value instanceof Enum) {
      add(found, null, value);
    } else if (value != null && !(value instanceof Iterator)) {
      fields(found, value);
    }
    return found.toArray(NONE);
  }

  /** What a collection, an array or an enumeration holds; null for anything else. */
  static Iterator<?> elements(Object value) {
    if (value instanceof Iterable) {
      return ((Iterable<?>) value).iterator();
    }
    if (value instanceof Object[]) {
      return Arrays.asList((Object[]) value).iterator();
    }
    if (value instanceof Enumeration) {
      return Collections.list((Enumeration<?>) value).iterator();
    }
    return value instanceof Iterator ? (Iterator<?>) value : null;
  }

  private static void add(List<Named> found, String name, Object value) {
    if (value instanceof Map && name != null) {
      for (Map.Entry<?, ?> inner : ((Map<?, ?>) value).entrySet()) {
        if (!(inner.getValue() instanceof Map)) {
          add(found, name + "." + inner.getKey(), inner.getValue());
        }
      }
      return;
    }
    Object simple = simple(value);
    if (simple != null && found.size() < MOST) {
      found.add(new Named(name, simple));
    }
  }

  /** {@code name=value} words, or a text as it is where there are none. */
  private static void assignments(List<Named> found, String text) {
    if (text.indexOf('=') < 0) {
      found.add(new Named(null, text));
      return;
    }
    int from = 0;
    while (from < text.length() && found.size() < MOST) {
      int end = from;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      int equals = text.indexOf('=', from);
      if (equals > from && equals < end) {
        add(found, text.substring(from, equals), typed(text.substring(equals + 1, end)));
      }
      from = end + 1;
    }
  }

  /** {@code -C 0.25 -U}: a word that begins with a dash is a value only where it is a number. */
  private static void options(List<Named> found, String[] words) {
    boolean any = false;
    for (String word : words) {
      any |= isOption(word);
    }
    for (int i = 0; i < words.length && found.size() < MOST; i++) {
      if (!any) {
        found.add(new Named(null, words[i]));
      } else if (isOption(words[i])) {
        String name = words[i].replaceFirst("^-+", "");
        boolean hasValue = i + 1 < words.length && !isOption(words[i + 1]);
        add(found, name, hasValue ? typed(words[i + 1]) : Boolean.TRUE);
        i += hasValue ? 1 : 0;
      }
    }
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && typed(word) == word;
  }

  private static void fields(List<Named> found, Object holder) {
    for (Field field : holder.getClass().getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        try {
          Object value = field.get(holder);
          // The name of another object's class would say nothing that its user has set.
          if (isSimple(value)) {
            add(found, field.getName(), value);
          }
        } catch (IllegalAccessException e) {
          // Of a class that is not public: its fields are not meant to be seen.
          continue;
        }
      }
    }
  }

  private static boolean isSimple(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof CharSequence
        || value instanceof Character
        || value instanceof Enum
        || value != null && value.getClass().isArray();
  }

  /** A value by itself; of a list that a star made the only one, or all of them as text. */
  static Object single(Object value) {
    if (!(value instanceof List)) {
      return simple(value);
    }
    List<Object> all = new ArrayList<Object>();
    for (Object each : (List<?>) value) {
      Object simple = simple(each);
      if (simple != null) {
        all.add(simple);
      }
    }
    if (all.size() == 1) {
      return all.get(0);
    }
    String text = all.toString();
    return all.isEmpty() ? null : cut(text.substring(1, text.length() - 1));
  }

  /** A value by itself; null for none, and for large or unknown things. */
  static Object simple(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
      return typed(cut(value.toString()));
    }
    if (value instanceof double[] || value instanceof float[] || value instanceof int[]) {
      return numbers(value);
    }
    if (value == null || value.getClass().isArray() || value instanceof Collection) {
      return null;
    }
    return value instanceof Class ? ((Class<?>) value).getName() : value.getClass().getName();
  }

  /** As it is written, also where that looks like a number; of a list the first. */
  static String text(Object value) {
    Iterator<?> all = value instanceof CharSequence ? null : elements(value);
    Object one = all == null ? value : null;
    while (one == null && all != null && all.hasNext()) {
      one = all.next();
    }
    boolean isText = one instanceof CharSequence || one instanceof Number;
    return isText ? cut(one.toString()) : null;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Of a few numbers a copy; null of many. */
  private static double[] numbers(Object array) {
    int length = java.lang.reflect.Array.getLength(array);
    if (length > MOST) {
      return null;
    }
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      // Through the shortest text that stands for a float: 0.1f is 0.1 to its user.
      numbers[i] =
          array instanceof float[]
              ? Double.parseDouble(Float.toString(((float[]) array)[i]))
              : ((Number) java.lang.reflect.Array.get(array, i)).doubleValue();
    }
    return numbers;
  }

  /** A number or a boolean where the text is one. */
  private static Object typed(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
    char first = text.isEmpty() ? 'x' : text.charAt(0);
    boolean mayBe = last >= '0' && last <= '9' || last == '.';
    if (mayBe && (first == '-' || first == '.' || first >= '0' && first <= '9')) {
      try {
        return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
      } catch (NumberFormatException e) {
        return text;
      }
    }
    return text;
  }
}
