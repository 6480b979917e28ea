package jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Moves a file that others made. Arguments: source, target. */
public final class FilesMoveApi {

  private FilesMoveApi() {}

  public static void main(String[] args) throws IOException {
    Path moved = Files.move(Paths.get(args[0]), Paths.get(args[1]));
    System.out.println("moved to " + moved.getFileName());
  }
}
