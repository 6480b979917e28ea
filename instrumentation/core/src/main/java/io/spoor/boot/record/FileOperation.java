package io.spoor.boot.record;

/**
 * Something done to files as a whole: mode says what (a constant of {@link FileOperations}), about
 * and detail are source and target: a path as text, a Path, or the state of an open stream. out is
 * the number of bytes where it is known, firstRead the logical time.
 */
public final class FileOperation extends SpoorState {

  FileOperation(int operation, Object source, Object target, Object unit) {
    super(OPERATION, null);
    mode = operation;
    about = source;
    detail = target;
    this.unit = unit;
    firstRead = SpoorHooks.CLOCK.incrementAndGet();
    firstWrite = firstRead;
    lastWrite = firstRead;
  }
}
