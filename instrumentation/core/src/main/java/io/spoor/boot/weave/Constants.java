package io.spoor.boot.weave;

import java.util.HashMap;
import java.util.Map;

/**
 * Constants that a woven class has more than it had: behind its own, whose numbers stay, so that
 * the methods that no hook meets are copied as they are.
 */
final class Constants {

  private static final int MOST = 65535;
  private static final int FIELD = 9;
  private static final int METHOD = 10;

  private final Bytes added = new Bytes(1024);
  private final Map<String, Integer> known = new HashMap<String, Integer>();
  private int count;
  private int state;
  private int hooks;

  Constants(int count) {
    this.count = count;
  }

  /** One more than the last constant. */
  int count() {
    return count;
  }

  Bytes added() {
    return added;
  }

  int utf8(String text) {
    Integer index = known.get(text);
    if (index != null) {
      return index;
    }
    added.u1(1).ascii(text);
    return remember(text);
  }

  int type(String name) {
    String key = "c " + name;
    Integer index = known.get(key);
    if (index != null) {
      return index;
    }
    int text = utf8(name);
    added.u1(7).u2(text);
    return remember(key);
  }

  /** The field of a class that holds its state; a method needs it several times. */
  int state(int owner) {
    if (state == 0) {
      state = field(owner, Weaver.FIELD, Weaver.STATE);
    }
    return state;
  }

  /** The hook that a rule calls. */
  int hook(HookRule rule) {
    Integer index = known.get(rule.hookKey);
    if (index != null) {
      return index;
    }
    if (hooks == 0) {
      hooks = type(HookCode.HOOKS);
    }
    return added(METHOD, hooks, rule.hook, rule.hookDescriptor, rule.hookKey);
  }

  int field(int owner, String name, String descriptor) {
    return member(FIELD, owner, name, descriptor);
  }

  int method(String owner, String name, String descriptor) {
    return member(METHOD, type(owner), name, descriptor);
  }

  private int member(int tag, int owner, String name, String descriptor) {
    String key = owner + " " + name + descriptor;
    Integer index = known.get(key);
    return index != null ? index : added(tag, owner, name, descriptor, key);
  }

  /** A member that is not there yet. */
  private int added(int tag, int owner, String name, String descriptor, String key) {
    int nameIndex = utf8(name);
    int descriptorIndex = utf8(descriptor);
    added.u1(12).u2(nameIndex).u2(descriptorIndex);
    int nameAndType = next();
    added.u1(tag).u2(owner).u2(nameAndType);
    return remember(key);
  }

  private int remember(String key) {
    int index = next();
    known.put(key, index);
    return index;
  }

  private int next() {
    if (count == MOST) {
      throw new IllegalStateException("the class has no room for one more constant");
    }
    return count++;
  }
}
