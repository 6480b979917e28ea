package io.spoor.boot.weave;

import java.util.Arrays;
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
  private final Map<String, Integer> types = new HashMap<String, Integer>();
  private int count;
  private int state;

  /** The hooks that are called, and behind each its constant: few, so gone through. */
  private HookRule[] calls = new HookRule[16];

  private int[] hooks = new int[16];
  private int callCount;

  /**
   * @param count one more than the last constant that is there
   */
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
    if (index == null) {
      added.u1(1).ascii(text);
      index = next();
      known.put(text, index);
    }
    return index;
  }

  int type(String name) {
    Integer index = types.get(name);
    if (index == null) {
      int text = utf8(name);
      added.u1(7).u2(text);
      index = next();
      types.put(name, index);
    }
    return index;
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
    HookRule call = rule.call;
    for (int i = 0; i < callCount; i++) {
      if (calls[i] == call) {
        return hooks[i];
      }
    }
    int hook = added(METHOD, type(HookCode.HOOKS), rule.hook, rule.hookDescriptor);
    if (callCount == hooks.length) {
      calls = Arrays.copyOf(calls, 2 * callCount);
      hooks = Arrays.copyOf(hooks, 2 * callCount);
    }
    calls[callCount] = call;
    hooks[callCount++] = hook;
    return hook;
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
    if (index == null) {
      index = added(tag, owner, name, descriptor);
      known.put(key, index);
    }
    return index;
  }

  /** A member more. */
  private int added(int tag, int owner, String name, String descriptor) {
    int nameIndex = utf8(name);
    int descriptorIndex = utf8(descriptor);
    added.u1(12).u2(nameIndex).u2(descriptorIndex);
    int nameAndType = next();
    added.u1(tag).u2(owner).u2(nameAndType);
    return next();
  }

  private int next() {
    if (count == MOST) {
      throw new IllegalStateException("the class has no room for one more constant");
    }
    return count++;
  }
}
