package io.spoor.boot.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What {@link Weaver} does, done by ASM: slower to start, and written by others. The reference that
 * the weaver is compared with.
 */
final class AsmWeaver extends ClassVisitor {

  static final String CARRIER = "java/lang/SpoorCarrier";
  static final String STATE = "Ljava/lang/SpoorState;";
  static final String FIELD = "spoor$state";

  private final HookRule[] rules;
  private final boolean addField;
  private final boolean superIsCarrier;
  private final boolean superIsWoven;
  private final boolean publicOnly;
  private final Map<String, MethodFacts> known;
  private final Map<String, MethodFacts> found = new HashMap<String, MethodFacts>();
  private String className;
  private String superName;
  private int hooked;
  private boolean unsound;
  private boolean hasFrames;

  private AsmWeaver(
      HookRule[] rules,
      boolean addField,
      boolean superIsCarrier,
      boolean superIsWoven,
      boolean publicOnly,
      Map<String, MethodFacts> known) {
    super(Opcodes.ASM9);
    this.rules = rules;
    this.addField = addField;
    this.superIsCarrier = superIsCarrier;
    this.superIsWoven = superIsWoven;
    this.publicOnly = publicOnly;
    this.known = known;
  }

  /**
   * Returns the woven class, or null when no rule met a method and no field is to be added.
   *
   * <p>It weaves and watches in one pass: only when a method turns out to overwrite a parameter
   * that a hook reads later, which is rare, the class is woven again, with that known.
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
    ClassReader reader = new ClassReader(classFile);
    Map<String, MethodFacts> known = Collections.emptyMap();
    while (true) {
      AsmWeaver weaver =
          new AsmWeaver(rules, addField, superIsCarrier, superIsWoven, publicOnly, known);
      ClassWriter writer = new ClassWriter(reader, 0);
      weaver.cv = writer;
      reader.accept(weaver, 0);
      if (!weaver.unsound) {
        return weaver.hooked == 0 && !addField ? null : writer.toByteArray();
      }
      known = weaver.found;
    }
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String superType, String[] types) {
    className = name;
    superName = superType;
    hasFrames = (version & 0xffff) >= Opcodes.V1_6;
    String[] withCarrier = types;
    if (addField) {
      withCarrier = new String[types.length + 1];
      System.arraycopy(types, 0, withCarrier, 0, types.length);
      withCarrier[types.length] = CARRIER;
    }
    super.visit(version, access, name, signature, superType, withCarrier);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] throwing) {
    MethodVisitor writer = super.visitMethod(access, name, descriptor, signature, throwing);
    if (!mayBeHooked(access)) {
      return writer;
    }
    List<HookRule> matching = null;
    for (HookRule rule : rules) {
      if (rule.matches(name, descriptor)) {
        matching = matching == null ? new ArrayList<HookRule>(4) : matching;
        matching.add(rule);
      }
    }
    if (matching == null || !areSound(matching, access, descriptor, known.get(name + descriptor))) {
      return writer;
    }
    hooked++;
    MethodFacts seen = new MethodFacts();
    found.put(name + descriptor, seen);
    String carrier = addField || superIsCarrier ? className : null;
    return new AsmWovenMethod(this, writer, access, name, descriptor, matching, carrier, seen);
  }

  private boolean mayBeHooked(int access) {
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return false;
    }
    int api = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    return !publicOnly || (access & api) == Opcodes.ACC_PUBLIC;
  }

  /** All hooks of a method or none: an entry without its return would look like a nested call. */
  boolean areSound(List<HookRule> all, int access, String descriptor, MethodFacts facts) {
    for (HookRule rule : all) {
      if (facts != null && !isSound(rule, access, descriptor, facts)) {
        return false;
      }
    }
    return true;
  }

  /** A method that only hands on to its super class is left to the hook there. */
  private boolean isSound(HookRule rule, int access, String descriptor, MethodFacts facts) {
    return !(superIsWoven && facts.isDelegating())
        && rule.canPass((access & Opcodes.ACC_STATIC) != 0, Descriptor.of(descriptor), facts);
  }

  /** A rule that was applied to a method must not have been. */
  void unsound() {
    unsound = true;
  }

  boolean hasFrames() {
    return hasFrames;
  }

  String className() {
    return className;
  }

  String superName() {
    return superName;
  }

  @Override
  public void visitEnd() {
    if (addField) {
      addStateField();
    }
    super.visitEnd();
  }

  /**
   * The field is public, for sub classes in other packages, synthetic and transient; only classes
   * that are not serialisable get it, because the default serialVersionUID would count it.
   */
  private void addStateField() {
    FieldVisitor field =
        super.visitField(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC,
            FIELD,
            STATE,
            null,
            null);
    field.visitEnd();
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor get = super.visitMethod(access, FIELD, "()" + STATE, null, null);
    get.visitCode();
    get.visitVarInsn(Opcodes.ALOAD, 0);
    get.visitFieldInsn(Opcodes.GETFIELD, className, FIELD, STATE);
    get.visitInsn(Opcodes.ARETURN);
    get.visitMaxs(1, 1);
    get.visitEnd();
    MethodVisitor set = super.visitMethod(access, FIELD, "(" + STATE + ")V", null, null);
    set.visitCode();
    set.visitVarInsn(Opcodes.ALOAD, 0);
    set.visitVarInsn(Opcodes.ALOAD, 1);
    set.visitFieldInsn(Opcodes.PUTFIELD, className, FIELD, STATE);
    set.visitInsn(Opcodes.RETURN);
    set.visitMaxs(2, 2);
    set.visitEnd();
  }

  /** A label used by {@link AsmWovenMethod}; here so that one class preloads both. */
  static Label label() {
    return new Label();
  }
}
