package io.spoor.boot.weave;

import java.util.Arrays;

/**
 * Weaves one class. Constants keep their numbers and methods that no rule names are copied unread;
 * nothing is recomputed: hooks only push onto the stack, so frames stay true, and the one handler a
 * throw rule adds brings its own frame (computing frames would load classes inside class loading).
 *
 * <p>It works on the bytes of the class file itself. A library that makes objects of every
 * instruction first costs a short job more than all else that Spoor does: for one query on H2, 40
 * of 120 ms were ASM, cold, on half a megabyte of driver. The tests weave all drivers and the JDK's
 * own classes by ASM too, and compare instruction by instruction.
 */
final class Weaver {

  static final String CARRIER = "java/lang/SpoorCarrier";
  static final String STATE = "Ljava/lang/SpoorState;";
  static final String FIELD = "spoor$state";

  /** Stands for the first letter of a rule for methods of every name. */
  private static final int ANY = 0;

  private static final int ALOAD_0 = 42;
  private static final int ALOAD_1 = 43;
  private static final int ARETURN = 176;
  private static final int RETURN = 177;
  private static final int GETFIELD = 180;
  private static final int PUTFIELD = 181;

  private final ClassFile file;
  private final Constants constants;
  private final HookRule[] rules;

  /**
   * By a method's first letter the number of its first rule, and by each rule the next; -1: none.
   */
  private final int[] first = new int[128];

  private final int[] next;

  /** The numbers of the rules of the method that is looked at. */
  private final int[] matching;

  private int matches;

  /** By the constant that has it, what was read of a descriptor. */
  private final Descriptor[] descriptors;

  /**
   * The calls that most getters and setters of a driver get are the same but for the kind of value:
   * by rule and kind those that were made.
   */
  private final HookRule[] madeOf = new HookRule[24];

  private final int[] madeKinds = new int[madeOf.length];
  private final Bytes[] made = new Bytes[madeOf.length];
  private int madeCount;

  private final boolean addField;
  private final boolean isCarrier;
  private final boolean superIsWoven;
  private final boolean publicOnly;
  private final Bytes out;
  private boolean isHooked;

  private Weaver(
      ClassFile file,
      HookRule[] rules,
      boolean addField,
      boolean superIsCarrier,
      boolean superIsWoven,
      boolean publicOnly) {
    this.file = file;
    this.constants = new Constants(file.constantCount);
    this.rules = rules;
    this.next = new int[rules.length];
    this.matching = new int[rules.length];
    this.descriptors = new Descriptor[file.constantCount];
    Arrays.fill(first, -1);
    for (int i = rules.length - 1; i >= 0; i--) {
      int letter = rules[i].names.firstLetter();
      next[i] = first[letter];
      first[letter] = i;
    }
    this.addField = addField;
    this.isCarrier = addField || superIsCarrier;
    this.superIsWoven = superIsWoven;
    this.publicOnly = publicOnly;
    this.out = new Bytes(file.bytes.length - file.poolEnd + 8192);
  }

  /**
   * Returns the woven class, or null when no rule met a method and no field is to be added.
   *
   * @param addField whether the class is to carry its state in a field of its own
   * @param superIsCarrier whether it inherits that field
   * @param superIsWoven whether its super class is woven by the same rules
   * @param publicOnly whether only public methods are looked at (the API of a library)
   */
  static byte[] weave(
      byte[] classFile,
      HookRule[] rules,
      boolean addField,
      boolean superIsCarrier,
      boolean superIsWoven,
      boolean publicOnly) {
    Weaver weaver =
        new Weaver(
            new ClassFile(classFile), rules, addField, superIsCarrier, superIsWoven, publicOnly);
    return weaver.weave();
  }

  private byte[] weave() {
    header();
    int end = methods(fields());
    if (!isHooked && !addField) {
      return null;
    }
    out.copy(file.bytes, end, file.bytes.length);
    int added = constants.added().length();
    byte[] woven = new byte[file.poolEnd + added + out.length()];
    System.arraycopy(file.bytes, 0, woven, 0, file.poolEnd);
    woven[8] = (byte) (constants.count() >> 8);
    woven[9] = (byte) constants.count();
    constants.added().copyTo(woven, file.poolEnd);
    out.copyTo(woven, file.poolEnd + added);
    return woven;
  }

  /** Access, this, super, interfaces. */
  private void header() {
    int at = file.poolEnd;
    if (!addField) {
      out.copy(file.bytes, at, file.fields);
      return;
    }
    out.copy(file.bytes, at, at + 6).u2(file.u2(at + 6) + 1);
    out.copy(file.bytes, at + 8, file.fields).u2(constants.type(CARRIER));
  }

  /**
   * The field is public, for sub classes in other packages, synthetic and transient; only classes
   * that are not serialisable get it, because the default serialVersionUID would count it.
   */
  private int fields() {
    int at = file.fields;
    int end = file.membersEnd(at);
    out.u2(file.u2(at) + (addField ? 1 : 0)).copy(file.bytes, at + 2, end);
    if (addField) {
      member(ClassFile.ACC_PUBLIC | ClassFile.ACC_TRANSIENT | ClassFile.ACC_SYNTHETIC, STATE, 0);
    }
    return end;
  }

  private void member(int access, String descriptor, int attributes) {
    out.u2(access).u2(constants.utf8(FIELD)).u2(constants.utf8(descriptor)).u2(attributes);
  }

  private int methods(int countAt) {
    int count = file.u2(countAt);
    out.u2(count + (addField ? 2 : 0));
    int at = countAt + 2;
    int from = at;
    for (int i = 0; i < count; i++) {
      int end = file.memberEnd(at);
      if (mayBeHooked(file.u2(at))) {
        int code = match(at) ? code(at) : 0;
        if (code != 0) {
          MethodCode read = isAtEntryOnly() ? new MethodCode(file, code + 6) : scan(at, code + 6);
          if (areSound(at, read.facts)) {
            out.copy(file.bytes, from, code);
            woven(at, read);
            from = code + 6 + file.s4(code + 2);
            isHooked = true;
          }
        }
      }
      at = end;
    }
    out.copy(file.bytes, from, at);
    if (addField) {
      accessors();
    }
    return at;
  }

  private boolean mayBeHooked(int access) {
    if ((access & (ClassFile.ACC_ABSTRACT | ClassFile.ACC_NATIVE)) != 0) {
      return false;
    }
    int api = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    return !publicOnly || (access & api) == ClassFile.ACC_PUBLIC;
  }

  /** Finds the rules of a method; false when there are none. */
  private boolean match(int method) {
    matches = 0;
    int nameIndex = file.u2(method + 2);
    int letter = first[ANY] < 0 ? file.firstByte(nameIndex) : ANY;
    int i = letter < first.length ? first[letter] : -1;
    if (i < 0) {
      return false;
    }
    String name = file.ascii(nameIndex);
    Descriptor descriptor = null;
    MethodNames names = null;
    boolean isNamed = false;
    for (; i >= 0; i = next[i]) {
      HookRule rule = rules[i];
      if (rule.names != names) {
        names = rule.names;
        isNamed = names.has(name);
      }
      if (isNamed) {
        descriptor = descriptor == null ? descriptor(method) : descriptor;
        if (rule.takes(descriptor)) {
          matching[matches++] = i;
        }
      }
    }
    return matches > 0;
  }

  private Descriptor descriptor(int method) {
    int index = file.u2(method + 4);
    Descriptor known = descriptors[index];
    if (known == null) {
      int at = file.constant(index);
      known = new Descriptor(file.bytes, at + 2, at + 2 + file.u2(at));
      descriptors[index] = known;
    }
    return known;
  }

  /** Where the attribute Code of a method begins; 0 when it has none. */
  private int code(int method) {
    int at = method + 8;
    for (int n = file.u2(method + 6); n > 0; n--) {
      if (file.attributeKind(file.u2(at)) == ClassFile.CODE) {
        return at;
      }
      at += 6 + file.s4(at + 2);
    }
    return 0;
  }

  private MethodCode scan(int method, int content) {
    return new MethodCode(file, content, file.u2(method + 2), file.u2(method + 4));
  }

  /** Such hooks find all parameters as they were passed, whatever the method does with them. */
  private boolean isAtEntryOnly() {
    if (superIsWoven) {
      return false;
    }
    for (int i = 0; i < matches; i++) {
      if (rules[matching[i]].where != HookRule.ENTRY) {
        return false;
      }
    }
    return true;
  }

  /**
   * All hooks of a method or none: an entry without its return would look like a nested call. A
   * method that only hands on to its super class is left to the hook there.
   */
  private boolean areSound(int method, MethodFacts facts) {
    if (superIsWoven && facts.isDelegating()) {
      return false;
    }
    boolean isStatic = (file.u2(method) & ClassFile.ACC_STATIC) != 0;
    Descriptor descriptor = descriptor(method);
    for (int i = 0; i < matches; i++) {
      if (!rules[matching[i]].canPass(isStatic, descriptor, facts)) {
        return false;
      }
    }
    return true;
  }

  private void woven(int method, MethodCode read) {
    boolean isStatic = (file.u2(method) & ClassFile.ACC_STATIC) != 0;
    // Before its super class's constructor has run, this is nothing that could be handed over; and
    // a handler would meet it so.
    boolean isConstructor = file.is(file.u2(method + 2), "<init>");
    Descriptor descriptor = descriptor(method);
    Bytes atThrow = isConstructor ? null : calls(descriptor, isStatic, HookRule.THROW);
    Bytes atEntry = isConstructor ? HookCode.NONE : calls(descriptor, isStatic, HookRule.ENTRY);
    // Jumps are relative and switches are padded to four bytes: where nothing else is put in, and
    // in steps of four, no instruction changes.
    boolean isMovedAlike = (atEntry.length() & 3) == 0 || !isAtEntryOnly();
    MethodCode code = isMovedAlike ? read : scan(method, read.at);
    WovenCode woven =
        new WovenCode(file, code, atEntry, calls(descriptor, isStatic, HookRule.RETURN));
    woven.write(
        out,
        file.u2(code.at - 6),
        constants,
        atThrow == null || atThrow.length() == 0 ? null : atThrow,
        isStatic ? 0 : file.thisClass());
  }

  /** The calls of hooks at one place of the method that was matched. */
  private Bytes calls(Descriptor method, boolean isStatic, char where) {
    HookRule only = matches == 1 ? rules[matching[0]] : null;
    if (only != null && only.where != where) {
      return HookCode.NONE;
    }
    if (only == null || !only.isOfFirstOnly()) {
      return newCalls(method, isStatic, where);
    }
    int first = method.parameters.length == 0 ? 0 : method.parameters[0];
    int kind = (first << 16 | method.result << 8 | where) * 2 + (isStatic ? 1 : 0);
    for (int i = 0; i < madeCount; i++) {
      if (madeKinds[i] == kind && madeOf[i] == only.call) {
        return made[i];
      }
    }
    Bytes calls = newCalls(method, isStatic, where);
    if (madeCount < made.length) {
      madeOf[madeCount] = only.call;
      madeKinds[madeCount] = kind;
      made[madeCount++] = calls;
    }
    return calls;
  }

  private Bytes newCalls(Descriptor method, boolean isStatic, char where) {
    return new HookCode(constants, isStatic, method, isCarrier ? file.thisClass() : 0)
        .calls(rules, matching, matches, where);
  }

  /** The two methods of the interface: read and write the field. */
  private void accessors() {
    int field = constants.state(file.thisClass());
    int access = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;
    int code = constants.utf8("Code");
    member(access, "()" + STATE, 1);
    out.u2(code).u4(12 + 5).u2(1).u2(1).u4(5);
    out.u1(ALOAD_0).u1(GETFIELD).u2(field).u1(ARETURN).u2(0).u2(0);
    member(access, "(" + STATE + ")V", 1);
    out.u2(code).u4(12 + 6).u2(2).u2(2).u4(6);
    out.u1(ALOAD_0).u1(ALOAD_1).u1(PUTFIELD).u2(field).u1(RETURN).u2(0).u2(0);
  }
}
