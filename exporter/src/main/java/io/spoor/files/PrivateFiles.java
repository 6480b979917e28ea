package io.spoor.files;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Creates files (0600) and folders (0700) that only their owner may read, from their first moment
 * on; where the file system knows no such permissions, plain ones. Any thread.
 */
public final class PrivateFiles {

  private PrivateFiles() {}

  /**
   * Creates a folder and those above it that are missing. Permissions of folders that exist are the
   * user's affair.
   *
   * @throws IOException when it cannot be created or is no folder
   */
  public static void createFolder(File folder) throws IOException {
    if (folder.isDirectory()) {
      return;
    }
    File parent = folder.getParentFile();
    if (parent != null) {
      createFolder(parent);
    }
    try {
      create(folder.toPath(), true);
    } catch (IOException e) {
      // Another JVM may have been faster.
      if (!folder.isDirectory()) {
        throw e;
      }
    }
  }

  /**
   * Creates an empty file.
   *
   * @return false when there is one already
   * @throws IOException when it cannot be created
   */
  public static boolean createFile(File file) throws IOException {
    Path path = file.toPath();
    if (isPrivate(path.toAbsolutePath().getParent())) {
      // Nobody else can reach it before it has its permissions. The other way opens a channel,
      // twenty classes of which most jobs have loaded none.
      if (!file.createNewFile()) {
        return false;
      }
      Files.setPosixFilePermissions(path, owner(false));
      return true;
    }
    try {
      create(path, false);
      return true;
    } catch (IOException e) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      throw e;
    }
  }

  /** Whether nobody but its owner may enter a folder, as far as its file system can tell. */
  private static boolean isPrivate(Path folder) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    return view != null && owner(true).containsAll(view.readAttributes().permissions());
  }

  private static Set<PosixFilePermission> owner(boolean folder) {
    Set<PosixFilePermission> owner =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if (folder) {
      owner.add(PosixFilePermission.OWNER_EXECUTE);
    }
    return owner;
  }

  /**
   * Opens a file for reading and writing; creates it when there is none. Unlike a channel, what is
   * returned survives an interrupt of the thread.
   *
   * @throws IOException when it can be neither opened nor created
   */
  public static RandomAccessFile open(File file) throws IOException {
    if (!file.exists()) {
      createFile(file);
    }
    return new RandomAccessFile(file, "rw");
  }

  private static void create(Path path, boolean folder) throws IOException {
    try {
      create(path, folder, PosixFilePermissions.asFileAttribute(owner(folder)));
    } catch (UnsupportedOperationException e) {
      // Windows: what the folder above grants is inherited.
      create(path, folder, new FileAttribute<?>[0]);
    }
  }

  private static void create(Path path, boolean folder, FileAttribute<?>... attributes)
      throws IOException {
    if (folder) {
      Files.createDirectory(path, attributes);
    } else {
      Files.createFile(path, attributes);
    }
  }
}
