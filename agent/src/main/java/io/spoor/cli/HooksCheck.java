package io.spoor.cli;

import io.spoor.boot.weave.HookCheck;
import io.spoor.boot.weave.HookIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Whether every hook of the JDK finds its method in this one: a new release may have moved some.
 */
final class HooksCheck {

  private HooksCheck() {}

  static void run(Findings findings) {
    try {
      List<String> missing = HookCheck.missing(HookIndex.of(index(), null));
      if (missing.isEmpty()) {
        findings.ok("all hooks find their methods in this JDK");
      }
      for (String hook : missing) {
        findings.warn(
            "a hook finds no method in this JDK, what passes there is not seen: "
                + hook
                + "; use a later version of Spoor");
      }
    } catch (IOException e) {
      findings.warn("the hooks could not be checked (" + e + "); build or copy the jar again");
    }
  }

  private static byte[] index() throws IOException {
    try (InputStream in = HookIndex.class.getResourceAsStream("/io/spoor/boot/hooks.index")) {
      if (in == null) {
        throw new IOException("the jar has no index of hooks");
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
