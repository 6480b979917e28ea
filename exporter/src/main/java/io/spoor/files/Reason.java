package io.spoor.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in a few words why an operation on a file or a connection failed. */
public final class Reason {

  private Reason() {}

  /** The reason without the path, for a sentence that names the path itself; never null. */
  public static String of(Throwable failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "something else has that name";
    }
    String text = failure.getMessage();
    if (failure instanceof FileSystemException) {
      String reason = ((FileSystemException) failure).getReason();
      text = reason == null ? text : reason;
    }
    if (text == null || text.isEmpty()) {
      return failure.getClass().getName();
    }
    // java.io names the path first and the reason in parentheses behind it.
    int open = text.lastIndexOf('(');
    if (failure instanceof java.io.FileNotFoundException && open >= 0 && text.endsWith(")")) {
      text = text.substring(open + 1, text.length() - 1);
    }
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
