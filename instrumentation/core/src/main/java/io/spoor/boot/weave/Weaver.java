package io.spoor.boot.weave;

import java.util.ArrayList;
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
 * Weaves one class. Methods that no rule names are copied unread; nothing is recomputed: hooks only
 * push onto the stack, so frames stay true, and the one handler a throw rule adds brings its own
 * frame (computing frames would load classes inside class loading).
 */
final class Weaver extends ClassVisitor {

  static final String CARRIER = "java/lang/SpoorCarrier";
  static final String STATE = "Ljava/lang/SpoorState;";
  static final String FIELD = "spoor$state";

  private final HookRule[] rules;
  private final boolean addField;
  private final boolean publicOnly;
  private final Map<String, MethodScan.Result> scans = new HashMap<String, MethodScan.Result>();
  private String className;
  private boolean superIsCarrier;
  private int hooked;

  private Weaver(HookRule[] rules, boolean addField, boolean superIsCarrier, boolean publicOnly) {
    super(Opcodes.ASM9);
    this.rules = rules;
    this.addField = addField;
    this.superIsCarrier = superIsCarrier;
    this.publicOnly = publicOnly;
  }

  /**
   * Returns the woven class, or null when no rule met a method and no field is to be added.
   *
   * @param addField whether the class is to carry its state in a field of its own
   * @param superIsCarrier whether it inherits that field
   * @param publicOnly whether only public methods are looked at (the API of a library)
   */
  static byte[] weave(
      byte[] classFile,
      HookRule[] rules,
      boolean addField,
      boolean superIsCarrier,
      boolean publicOnly) {
    ClassReader reader = new ClassReader(classFile);
    Weaver weaver = new Weaver(rules, addField, superIsCarrier, publicOnly);
    reader.accept(new MethodScan(weaver), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    ClassWriter writer = new ClassWriter(reader, 0);
    weaver.cv = writer;
    reader.accept(weaver, 0);
    return weaver.hooked == 0 && !addField ? null : writer.toByteArray();
  }

  boolean isHooked(int access, String name, String descriptor) {
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0
        || (publicOnly
            && (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC))
                != Opcodes.ACC_PUBLIC)) {
      return false;
    }
    for (HookRule rule : rules) {
      if (rule.matches(name, descriptor)) {
        return true;
      }
    }
    return false;
  }

  void scanned(String name, String descriptor, MethodScan.Result result) {
    scans.put(name + descriptor, result);
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String superName, String[] types) {
    className = name;
    String[] withCarrier = types;
    if (addField) {
      withCarrier = new String[types.length + 1];
      System.arraycopy(types, 0, withCarrier, 0, types.length);
      withCarrier[types.length] = CARRIER;
    }
    super.visit(version, access, name, signature, superName, withCarrier);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] throwing) {
    MethodVisitor writer = super.visitMethod(access, name, descriptor, signature, throwing);
    MethodScan.Result scan = scans.get(name + descriptor);
    if (scan == null || !isHooked(access, name, descriptor)) {
      return writer;
    }
    List<HookRule> matching = new ArrayList<HookRule>();
    for (HookRule rule : rules) {
      if (rule.matches(name, descriptor)
          && !(scan.callsSuper && publicOnly)
          && WovenMethod.canPass(rule, access, descriptor, scan)) {
        matching.add(rule);
      }
    }
    if (matching.isEmpty()) {
      return writer;
    }
    hooked++;
    String carrier = addField || superIsCarrier ? className : null;
    return new WovenMethod(writer, access, name, descriptor, matching, className, carrier);
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

  /** A label used by {@link WovenMethod}; here so that one class preloads both. */
  static Label label() {
    return new Label();
  }
}
