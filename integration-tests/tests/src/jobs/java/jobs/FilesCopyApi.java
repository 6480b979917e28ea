package jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;

/** Copies a file by Files.copy. Arguments: source, target. */
public final class FilesCopyApi {

  private FilesCopyApi() {}

  public static void main(String[] args) throws IOException {
    Path copy =
        Files.copy(Paths.get(args[0]), Paths.get(args[1]), StandardCopyOption.REPLACE_EXISTING);
    System.out.println("copied " + Files.size(copy) + " bytes");
  }
}
