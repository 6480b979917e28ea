package io.spoor.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Java's serialisation wrote, as far as it goes (Java Object Serialization Specification,
 * 6.4). Nothing is deserialised: no class is looked up, objects are their names and the values of
 * their fields.
 */
final class SerialStream {

  /** Objects within objects. */
  private static final int DEEPEST = 100;

  private static final int WRITE_METHOD = 1;
  private static final int SERIALIZABLE = 2;
  private static final int EXTERNALIZABLE = 4;
  private static final int BLOCK_DATA = 8;

  /** An object or an array. */
  static final class Node {
    final String className;

    /** By name; texts, numbers, booleans, other objects, or null. */
    final Map<String, Object> fields = new LinkedHashMap<String, Object>();

    /** Of an array the elements, of others what they wrote themselves. */
    final List<Object> contents = new ArrayList<Object>();

    /** Whether all of it was there. */
    boolean isWhole;

    private Node(String className) {
      this.className = className;
    }
  }

  private static final class ClassDescription {
    String name;
    int flags;
    String types = "";
    final List<String> fields = new ArrayList<String>();
    ClassDescription parent;
  }

  /** The stream breaks off, or is none. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stop() {
      super(null, null, false, false);
    }
  }

  /** What ends the contents that an object wrote itself. */
  private static final Object END = new Object();

  private final byte[] bytes;
  private final List<Object> handles = new ArrayList<Object>();
  private final List<Object> objects = new ArrayList<Object>();
  private int at = 4;
  private int depth;
  private boolean isWhole;

  private SerialStream(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Null when it is no such stream. */
  static SerialStream of(byte[] bytes) {
    if (!FileFormat.starts(bytes, 0, bytes.length, "\u00ac\u00ed\u0000\u0005")) {
      return null;
    }
    SerialStream stream = new SerialStream(bytes);
    try {
      while (stream.at < bytes.length) {
        stream.content(stream.objects);
      }
      stream.isWhole = true;
    } catch (Stop e) {
      // As far as it goes.
      stream.isWhole = false;
    }
    return stream;
  }

  /** What was written one after the other. */
  List<Object> objects() {
    return objects;
  }

  /** Whether all was understood. */
  boolean isWhole() {
    return isWhole;
  }

  private int next() {
    if (at >= bytes.length) {
      throw new Stop();
    }
    return bytes[at++] & 0xff;
  }

  private long number(int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | next();
    }
    return value;
  }

  private String text(long length) {
    if (length < 0 || length > bytes.length - at) {
      throw new Stop();
    }
    at += (int) length;
    // Modified UTF-8 is another one for zeros and pairs of surrogates only.
    return new String(bytes, at - (int) length, (int) length, StandardCharsets.UTF_8);
  }

  /** Reads what comes next into a list; an object is in it before it is whole. */
  private Object content(List<Object> into) {
    if (++depth > DEEPEST) {
      throw new Stop();
    }
    int type = next();
    Object value;
    switch (type) {
      case 0x70:
        value = null;
        break;
      case 0x71:
        value = handle();
        break;
      case 0x73:
        depth--;
        return object(into);
      case 0x74:
        value = text(number(2));
        handles.add(value);
        break;
      case 0x75:
        depth--;
        return array(into);
      case 0x77:
        value = block(next());
        break;
      case 0x78:
        value = END;
        break;
      case 0x7a:
        value = block(number(4));
        break;
      case 0x7c:
        value = text(number(8));
        handles.add(value);
        break;
      case 0x7e:
        classDescription();
        int place = handles.size();
        handles.add(null);
        value = content(new ArrayList<Object>(1));
        handles.set(place, value);
        break;
      default:
        // Classes, exceptions and resets are not in tables.
        throw new Stop();
    }
    depth--;
    if (value != END) {
      into.add(value);
    }
    return value;
  }

  private Object handle() {
    long handle = number(4) - 0x7e0000;
    if (handle < 0 || handle >= handles.size()) {
      throw new Stop();
    }
    return handles.get((int) handle);
  }

  private byte[] block(long length) {
    if (length < 0 || length > bytes.length - at) {
      throw new Stop();
    }
    at += (int) length;
    return java.util.Arrays.copyOfRange(bytes, at - (int) length, at);
  }

  private ClassDescription classDescription() {
    if (++depth > DEEPEST) {
      throw new Stop();
    }
    int type = next();
    ClassDescription description = null;
    if (type == 0x71) {
      Object known = handle();
      if (!(known instanceof ClassDescription)) {
        throw new Stop();
      }
      description = (ClassDescription) known;
    } else if (type == 0x72) {
      description = new ClassDescription();
      description.name = text(number(2));
      number(8);
      handles.add(description);
      description.flags = next();
      StringBuilder types = new StringBuilder();
      for (int fields = (int) number(2); fields > 0; fields--) {
        char fieldType = (char) next();
        types.append(fieldType);
        description.fields.add(text(number(2)));
        if (fieldType == 'L' || fieldType == '[') {
          content(new ArrayList<Object>(1));
        }
      }
      description.types = types.toString();
      contents(new ArrayList<Object>());
      description.parent = classDescription();
    } else if (type != 0x70) {
      throw new Stop();
    }
    depth--;
    return description;
  }

  /** Up to their end. */
  private void contents(List<Object> into) {
    Object last = content(into);
    while (last != END) {
      last = content(into);
    }
  }

  private Object object(List<Object> into) {
    if (++depth > DEEPEST) {
      throw new Stop();
    }
    ClassDescription description = classDescription();
    if (description == null) {
      throw new Stop();
    }
    Node node = new Node(description.name);
    int place = handles.size();
    handles.add(node);
    into.add(node);
    List<ClassDescription> parents = new ArrayList<ClassDescription>();
    for (ClassDescription each = description; each != null; each = each.parent) {
      parents.add(0, each);
    }
    for (ClassDescription each : parents) {
      fields(node, each);
    }
    node.isWhole = true;
    depth--;
    Object scalar = SerialScalar.of(node);
    if (scalar != null) {
      handles.set(place, scalar);
      into.set(into.size() - 1, scalar);
    }
    return scalar == null ? node : scalar;
  }

  private void fields(Node node, ClassDescription description) {
    if ((description.flags & SERIALIZABLE) != 0) {
      for (int i = 0; i < description.fields.size(); i++) {
        node.fields.put(description.fields.get(i), value(description.types.charAt(i)));
      }
      if ((description.flags & WRITE_METHOD) != 0) {
        contents(node.contents);
      }
    } else if ((description.flags & EXTERNALIZABLE) != 0) {
      if ((description.flags & BLOCK_DATA) == 0) {
        throw new Stop();
      }
      contents(node.contents);
    }
  }

  private Object value(char type) {
    switch (type) {
      case 'B':
        return (long) (byte) number(1);
      case 'C':
        return String.valueOf((char) number(2));
      case 'D':
        return Double.longBitsToDouble(number(8));
      case 'F':
        return Float.intBitsToFloat((int) number(4));
      case 'I':
        return (long) (int) number(4);
      case 'J':
        return number(8);
      case 'S':
        return (long) (short) number(2);
      case 'Z':
        return number(1) != 0;
      case 'L':
      case '[':
        return content(new ArrayList<Object>(1));
      default:
        throw new Stop();
    }
  }

  private Object array(List<Object> into) {
    if (++depth > DEEPEST) {
      throw new Stop();
    }
    ClassDescription description = classDescription();
    if (description == null || description.name.length() < 2) {
      throw new Stop();
    }
    Node node = new Node(description.name);
    handles.add(node);
    into.add(node);
    long length = number(4);
    char type = description.name.charAt(1);
    if (type == 'B') {
      node.contents.add(block(length));
    } else {
      for (long i = 0; i < length; i++) {
        if (type == 'L' || type == '[') {
          content(node.contents);
        } else {
          node.contents.add(value(type));
        }
      }
    }
    node.isWhole = true;
    depth--;
    return node;
  }
}
