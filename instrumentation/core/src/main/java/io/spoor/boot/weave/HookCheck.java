package io.spoor.boot.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which hooks of the JDK do not find their method in this JDK: its internals have no
 * contract, and a hook that silently met nothing would be a silent gap. Asked by the command doctor
 * and by a test on every JDK; never in a job.
 */
public final class HookCheck {

  private HookCheck() {}

  /** One line a rule without a method; empty when all is well. */
  public static List<String> missing(HookIndex index) throws IOException {
    List<String> missing = new ArrayList<String>();
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    for (String type : index.types()) {
      boolean otherPlatform = type.contains("Win") != windows && isOfOnePlatform(type);
      if (type.startsWith("=") || otherPlatform || index.isLibrary(type)) {
        continue;
      }
      byte[] classFile = read(type);
      if (classFile == null) {
        missing.add(type + ": no such class");
        continue;
      }
      check(type, classFile, index.rules(type), missing);
    }
    return missing;
  }

  private static boolean isOfOnePlatform(String type) {
    return type.contains("Win") || type.contains("Unix") || type.contains("SimpleAsync");
  }

  /** Rules that call the same hook at the same place of equally named methods are alternatives. */
  private static void check(String type, byte[] classFile, HookRule[] rules, List<String> missing) {
    List<String[]> methods = new ArrayList<String[]>();
    ClassFile file = new ClassFile(classFile);
    int count = file.membersEnd(file.fields);
    int at = count + 2;
    for (int n = file.u2(count); n > 0; n--, at = file.memberEnd(at)) {
      if ((file.u2(at) & (ClassFile.ACC_NATIVE | ClassFile.ACC_ABSTRACT)) == 0) {
        methods.add(new String[] {file.utf8(file.u2(at + 2)), file.utf8(file.u2(at + 4))});
      }
    }
    for (HookRule rule : rules) {
      boolean found = false;
      for (HookRule alternative : rules) {
        if (alternative == rule || alternative.isAlternativeOf(rule)) {
          for (String[] method : methods) {
            found |= alternative.matches(method[0], method[1]);
          }
        }
      }
      if (!found && !isNewer(rule)) {
        missing.add(type + ": no method for " + rule);
      }
    }
  }

  /** Whether the method came with a later release than this one. */
  private static boolean isNewer(HookRule rule) {
    String release = System.getProperty("java.specification.version", "");
    boolean isBefore25 = release.startsWith("1.") || Integer.parseInt(release) < 25;
    return isBefore25 && rule.names.has("implReadLine");
  }

  private static byte[] read(String type) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      if (in == null) {
        return null;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    }
  }
}
