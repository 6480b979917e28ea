package io.spoor.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * The folder of last resort: this user's own among the temporary files, for what cannot be written
 * where it belongs.
 */
public final class Refuge {

  private Refuge() {}

  /** The folder; need not exist. */
  public static File folder() {
    String user = System.getProperty("user.name", "unknown").replace('?', '_').replace('/', '_');
    return new File(System.getProperty("java.io.tmpdir"), "spoor-" + user);
  }

  /**
   * Creates a folder among the temporary files where it is missing. Anybody may have made one of
   * its name before us, to read what we write or to lead it elsewhere: such a one is not used.
   *
   * @throws IOException when the folder cannot be created or belongs to somebody else
   */
  public static void open(File folder) throws IOException {
    PrivateFiles.createFolder(folder);
    Path path = folder.toPath();
    UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
    Path probe = Files.createTempFile(path, "probe", null);
    try {
      if (Files.isSymbolicLink(path) || !owner.equals(Files.getOwner(probe))) {
        throw new IOException("it belongs to another user");
      }
    } catch (UnsupportedOperationException e) {
      return; // no owners here, so nobody else's either
    } finally {
      Files.delete(probe);
    }
  }
}
