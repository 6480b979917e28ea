package io.spoor.agent;

import io.spoor.boot.record.LiveRecorder;
import io.spoor.content.Fingerprint;
import io.spoor.ledger.Access;
import io.spoor.model.DatasetId;

/**
 * One stream that was read or written from its file's start: what its content begins with. Spoor's
 * thread only.
 */
final class CopySide {

  final Access access;

  /** The file as it was opened; it may have been renamed since. */
  final DatasetId opened;

  final boolean written;
  private final SpoorState stream;
  final Fingerprint content;

  /** What is packed in it; null when nothing is. */
  final Fingerprint unpacked;

  CopySide(
      Access access,
      DatasetId opened,
      boolean written,
      SpoorState stream,
      Fingerprint content,
      Fingerprint unpacked) {
    this.access = access;
    this.opened = opened;
    this.written = written;
    this.stream = stream;
    this.content = content;
    this.unpacked = unpacked;
  }

  /** How many bytes passed. */
  long bytes() {
    return written ? stream.out : stream.in;
  }

  /** Logical time when the first byte passed. */
  long first() {
    return written ? stream.firstWrite : stream.firstRead;
  }

  /** Logical time of the last write. */
  long last() {
    return stream.lastWrite;
  }

  /** Whether it was read to its end. */
  boolean isAtEnd() {
    return (stream.mode & LiveRecorder.AT_END) != 0;
  }

  /** Whether all bytes passed in their order, as far as is known. */
  boolean isInOrder() {
    int sampled = written ? stream.sampledOut : stream.sampledIn;
    return sampled != Integer.MAX_VALUE
        && (stream.mode & SpoorHooks.APPEND) == 0
        && (written ? stream.in == 0 : stream.out == 0);
  }
}
