package io.spoor.instrumentation.jdk;

import io.spoor.boot.record.FileOperations;
import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/**
 * Where every file access of java.io and java.nio passes, on 8 to 25: the open methods of the three
 * java.io classes (Java wrappers of natives, kept for instrumentation), the constructor of
 * FileChannelImpl, the file system providers, and java.io.File. A failed open never returns
 * normally, so it is not seen.
 */
public final class JdkFiles implements Description {

  private static final String O = "Ljava/lang/Object;";
  private static final String OPENED = "(" + O + O + "I)V";
  private static final String STREAM = "(" + O + ")V";

  @Override
  public void describe(Hooks hooks) {
    int[] ids = new int[FileOperations.COUNT];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = hooks.handler(FileOperations.class.getName());
      if (ids[i] != i) {
        throw new IllegalStateException("file operations have the first ids of all handlers");
      }
    }
    streams(hooks);
    channels(hooks);
    operations(hooks);
  }

  private static void streams(Hooks hooks) {
    hooks
        .type("java/io/FileInputStream")
        .method("open", "(Ljava/lang/String;")
        .onReturn("opened", OPENED, "this", "0", "#1")
        .method("read", "()I")
        .onReturn("readByte", "(I" + O + ")V", "result", "this")
        .method("read", "([B)I")
        .onReturn("read", "(I" + O + O + "I)V", "result", "this", "0", "#0")
        .method("read", "([BII)I")
        .onReturn("read", "(I" + O + O + "I)V", "result", "this", "0", "1")
        .method("skip", "(J)J")
        .onEntry("moved", STREAM, "this")
        .method("close", "()V")
        .onReturn("closed", STREAM, "this");
    hooks
        .type("java/io/FileOutputStream")
        .method("open", "(Ljava/lang/String;Z)")
        .onReturn("openedOut", "(" + O + O + "Z)V", "this", "0", "1")
        .method("write", "(I)V")
        .onReturn("wroteByte", "(" + O + "I)V", "this", "0")
        .method("write", "([B)V")
        .onReturn("wrote", "(" + O + O + "II)V", "this", "0", "#0", "#-1")
        .method("write", "([BII)V")
        .onReturn("wrote", "(" + O + O + "II)V", "this", "0", "1", "2")
        .method("close", "()V")
        .onReturn("closed", STREAM, "this");
    hooks
        .type("java/io/RandomAccessFile")
        .method("open", "(Ljava/lang/String;I)")
        .onReturn("opened", OPENED, "this", "0", "#3")
        .method("read", "()I")
        .onReturn("readByte", "(I" + O + ")V", "result", "this")
        .method("read", "([B)I")
        .onReturn("read", "(I" + O + O + "I)V", "result", "this", "0", "#0")
        .method("read", "([BII)I")
        .onReturn("read", "(I" + O + O + "I)V", "result", "this", "0", "1")
        .method("write", "(I)V")
        .onReturn("wroteByte", "(" + O + "I)V", "this", "0")
        .method("write", "([B)V")
        .onReturn("wrote", "(" + O + O + "II)V", "this", "0", "#0", "#-1")
        .method("write", "([BII)V")
        .onReturn("wrote", "(" + O + O + "II)V", "this", "0", "1", "2")
        .method("seek", "(J)V")
        .onEntry("movedTo", "(" + O + "J)V", "this", "0")
        // Reads by a native of its own since 25; before, through read().
        .method("implReadLine", "()Ljava/lang/String;")
        .handledBy(FileOperations.READ_LINE)
        .method("writeBytes", "(Ljava/lang/String;)V")
        .onReturn("wroteText", "(" + O + O + ")V", "this", "0")
        .method("close", "()V")
        .onReturn("closed", STREAM, "this");
  }

  private static void channels(Hooks hooks) {
    String opened = "(" + O + O + "ZZ" + O + ")V";
    String constructor = "(Ljava/io/FileDescriptor;Ljava/lang/String;ZZ";
    String buffer = "(J" + O + O + ")V";
    hooks
        .type("sun/nio/ch/FileChannelImpl")
        // 8 to 24: .., boolean append or direct, parent; 25: .., sync, direct, parent.
        .method("<init>", constructor + "ZL")
        .onReturn("channelOpened", opened, "this", "1", "2", "3", "5")
        .method("<init>", constructor + "ZZL")
        .onReturn("channelOpened", opened, "this", "1", "2", "3", "6")
        .method("read", "(Ljava/nio/ByteBuffer;")
        .onReturn("readBuffer", buffer, "result", "this", "0")
        .method("read", "([Ljava/nio/ByteBuffer;II)J")
        .onReturn("readBuffer", buffer, "result", "this", "0")
        .method("write", "(Ljava/nio/ByteBuffer;")
        .onReturn("wroteBuffer", buffer, "result", "this", "0")
        .method("write", "([Ljava/nio/ByteBuffer;II)J")
        .onReturn("wroteBuffer", buffer, "result", "this", "0")
        .method("read", "(Ljava/nio/ByteBuffer;J)I")
        .onEntry("readFrom", "(" + O + "J)V", "this", "1")
        .method("write", "(Ljava/nio/ByteBuffer;J)I")
        .onEntry("moved", STREAM, "this")
        .method("position", "(J)Ljava/nio/channels/FileChannel;")
        .onEntry("movedTo", "(" + O + "J)V", "this", "0")
        .method("transferTo", "(JJLjava/nio/channels/WritableByteChannel;)J")
        .handledBy(FileOperations.TRANSFER_TO)
        .method("transferFrom", "(Ljava/nio/channels/ReadableByteChannel;JJ)J")
        .handledBy(FileOperations.TRANSFER_FROM)
        .method("map", "(Ljava/nio/channels/FileChannel$MapMode;JJ)Ljava/nio/MappedByteBuffer;")
        .handledBy(FileOperations.MAP)
        .method("implCloseChannel", "()V")
        .onReturn("closed", STREAM, "this");
    String[] asynchronous = {
      "sun/nio/ch/SimpleAsynchronousFileChannelImpl",
      "sun/nio/ch/WindowsAsynchronousFileChannelImpl"
    };
    for (String type : asynchronous) {
      hooks
          .type(type)
          .method("implRead", "(Ljava/nio/ByteBuffer;J")
          .handledBy(FileOperations.ASYNC_READ)
          .method("implWrite", "(Ljava/nio/ByteBuffer;J")
          .handledBy(FileOperations.ASYNC_WRITE)
          .method("close", "()V")
          .onReturn("closed", STREAM, "this");
    }
  }

  private static void operations(Hooks hooks) {
    String path = "(Ljava/nio/file/Path;";
    String options = "(" + O + O + ")V";
    String[] providers = {
      "sun/nio/fs/UnixFileSystemProvider", "sun/nio/fs/WindowsFileSystemProvider"
    };
    for (String provider : providers) {
      hooks
          .type(provider)
          .method("copy", path + "Ljava/nio/file/Path;")
          .handledBy(FileOperations.COPY)
          .method("move", path + "Ljava/nio/file/Path;")
          .handledBy(FileOperations.MOVE)
          .method("implDelete", path)
          .handledBy(FileOperations.DELETE)
          .method("newAsynchronousFileChannel", path)
          .handledBy(FileOperations.ASYNC_OPEN)
          .method("newDirectoryStream", path)
          .handledBy(FileOperations.FOLDER)
          // Only here a channel's options are known, above all whether it appends.
          .method("newByteChannel", path + "Ljava/util/Set;")
          .onReturn("channelOptions", options, "result", "1")
          .method("newFileChannel", path + "Ljava/util/Set;")
          .onReturn("channelOptions", options, "result", "1");
    }
    // Opens relative to the folder, whatever the working directory is.
    hooks
        .type("sun/nio/fs/UnixSecureDirectoryStream")
        .method("newDirectoryStream", path)
        .handledBy(FileOperations.FOLDER)
        .method("newByteChannel", path)
        .handledBy(FileOperations.FOLDER_CHANNEL)
        .method("newByteChannel", path + "Ljava/util/Set;")
        .onReturn("channelOptions", options, "result", "1");
    hooks
        .role("provider")
        .method("copy", path + "Ljava/nio/file/Path;")
        .handledBy(FileOperations.COPY)
        .method("move", path + "Ljava/nio/file/Path;")
        .handledBy(FileOperations.MOVE)
        .method("delete", path)
        .handledBy(FileOperations.DELETE)
        .method("newInputStream", path)
        .handledBy(FileOperations.FOREIGN_READ)
        .method("newOutputStream", path)
        .handledBy(FileOperations.FOREIGN_WRITE)
        .method("newByteChannel", path)
        .handledBy(FileOperations.FOREIGN_CHANNEL)
        .method("newFileChannel", path)
        .handledBy(FileOperations.FOREIGN_CHANNEL)
        .method("newAsynchronousFileChannel", path)
        .handledBy(FileOperations.FOREIGN_CHANNEL);
    hooks
        .type("java/lang/ProcessBuilder")
        // With the redirects since 9, where startPipeline calls it too.
        .method("start", "(")
        .handledBy(FileOperations.PROCESS);
    // Files.copy and Files.move from one provider to another.
    hooks
        .type("java/nio/file/CopyMoveHelper")
        .method("copyToForeignTarget", path + "Ljava/nio/file/Path;")
        .handledBy(FileOperations.COPY)
        .method("moveToForeignTarget", path + "Ljava/nio/file/Path;")
        .handledBy(FileOperations.MOVE);
    // Beneath java.io.File, whose class is twice as large; wrappers of natives from 8 to 25.
    String[] fileSystems = {"java/io/UnixFileSystem", "java/io/WinNTFileSystem"};
    for (String fileSystem : fileSystems) {
      hooks
          .type(fileSystem)
          .method("rename", "(Ljava/io/File;Ljava/io/File;)Z")
          .handledBy(FileOperations.RENAME)
          .method("delete", "(Ljava/io/File;)Z")
          .handledBy(FileOperations.FILE_DELETE);
    }
  }
}
