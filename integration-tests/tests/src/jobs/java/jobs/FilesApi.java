package jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sorts a file by the convenience methods of Files. Arguments: source, target. */
public final class FilesApi {

  private FilesApi() {}

  public static void main(String[] args) throws IOException {
    List<String> lines =
        new ArrayList<String>(Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8));
    Collections.sort(lines);
    Files.write(Paths.get(args[1]), lines, StandardCharsets.UTF_8);
    System.out.println(lines.size() + " lines");
  }
}
