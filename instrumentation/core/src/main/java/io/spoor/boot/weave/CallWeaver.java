package io.spoor.boot.weave;

/**
 * Weaves calls that one class of an application makes: before and behind each that {@link TagRules}
 * names a hook looks at what goes in and what comes out. The rest of the class stays as it is.
 */
final class CallWeaver {

  private final ClassFile file;
  private final Constants constants;
  private final CallHooks hooks;
  private final Bytes out;
  private boolean isHooked;

  private CallWeaver(ClassFile file) {
    this.file = file;
    this.constants = new Constants(file.constantCount);
    this.hooks = new CallHooks(file, constants);
    this.out = new Bytes(file.bytes.length - file.poolEnd + 4096);
  }

  /** The woven class; null when it makes none of the calls. */
  static byte[] weave(byte[] classFile) {
    CallWeaver weaver = new CallWeaver(new ClassFile(classFile));
    return weaver.hooks.isEmpty() ? null : weaver.weave();
  }

  private byte[] weave() {
    int fieldsEnd = file.membersEnd(file.fields);
    out.copy(file.bytes, file.poolEnd, fieldsEnd + 2);
    int at = fieldsEnd + 2;
    int from = at;
    for (int n = file.u2(fieldsEnd); n > 0; n--) {
      int code = code(at);
      MethodCode scanned = code == 0 ? null : new MethodCode(file, code + 6, hooks);
      if (scanned != null && scanned.hasCalls()) {
        out.copy(file.bytes, from, code);
        new WovenCode(file, scanned, HookCode.NONE, HookCode.NONE, hooks)
            .write(out, file.u2(code), constants, null, 0);
        from = code + 6 + file.s4(code + 2);
        isHooked = true;
      }
      at = file.memberEnd(at);
    }
    if (!isHooked) {
      return null;
    }
    out.copy(file.bytes, from, file.bytes.length);
    int added = constants.added().length();
    byte[] woven = new byte[file.poolEnd + added + out.length()];
    System.arraycopy(file.bytes, 0, woven, 0, file.poolEnd);
    woven[8] = (byte) (constants.count() >> 8);
    woven[9] = (byte) constants.count();
    constants.added().copyTo(woven, file.poolEnd);
    out.copyTo(woven, file.poolEnd + added);
    return woven;
  }

  /** Where a method's code begins; 0 when it has none. */
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
}
