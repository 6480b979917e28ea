package jobs;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Copies files by its own hands; what else it reads is of no use. The argument says how. */
public final class CopiesContent {

  private CopiesContent() {}

  public static void main(String[] args) throws IOException {
    System.out.println(checksum("in/noise.bin"));
    switch (args[0]) {
      case "loop":
        copy(new FileInputStream("in/a.bin"), new FileOutputStream("out/a.bin"));
        break;
      case "whole":
        byte[] all = new byte[(int) Files.size(Paths.get("in/a.bin"))];
        try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream("in/a.bin")))) {
          in.readFully(all);
        }
        Files.write(Paths.get("out/a.bin"), all);
        break;
      case "pack":
        copy(
            new FileInputStream("in/a.bin"),
            new GZIPOutputStream(new FileOutputStream("out/a.bin.gz")));
        break;
      case "unpack":
        copy(
            new GZIPInputStream(new FileInputStream("in/a.bin.gz")),
            new FileOutputStream("out/a.bin"));
        break;
      case "archive":
        copy(new FileInputStream("in/a.bin"), new FileOutputStream("out/a.bin"));
        Files.delete(Paths.get("in/a.bin"));
        break;
      case "part":
        copyPart("in/a.bin", "out/a.bin", 50000);
        break;
      case "changed":
        byte[] content = Files.readAllBytes(Paths.get("in/a.bin"));
        for (int i = 100000; i < content.length; i++) {
          content[i] ^= 1;
        }
        Files.write(Paths.get("out/a.bin"), content);
        break;
      case "equal":
        byte[] first = Files.readAllBytes(Paths.get("in/a.bin"));
        byte[] second = Files.readAllBytes(Paths.get("in/b.bin"));
        Files.write(Paths.get("out/a.bin"), first.length > 0 ? first : second);
        break;
      case "each":
        for (String name : new String[] {"a", "b"}) {
          copy(
              new FileInputStream("in/" + name + ".bin"),
              new FileOutputStream("out/" + name + "/copy.bin"));
        }
        break;
      case "hop":
        copy(new FileInputStream("in/a.bin"), new FileOutputStream("out/hop.bin"));
        copy(new FileInputStream("out/hop.bin"), new FileOutputStream("out/a.bin"));
        break;
      default:
        throw new IllegalArgumentException(args[0]);
    }
  }

  private static int checksum(String file) throws IOException {
    int sum = 0;
    for (byte each : Files.readAllBytes(Paths.get(file))) {
      sum += each;
    }
    return sum;
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    try (InputStream in = from;
        OutputStream out = to) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
  }

  private static void copyPart(String source, String target, int length) throws IOException {
    byte[] part = new byte[length];
    try (DataInputStream in = new DataInputStream(new FileInputStream(source));
        OutputStream out = new FileOutputStream(target)) {
      in.readFully(part);
      out.write(part);
    }
  }
}
