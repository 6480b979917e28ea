package io.spoor.boot;

import io.spoor.boot.record.LiveRecorder;

/** Runs in the late shutdown slot. */
final class AtEnd implements Runnable {

  private final LiveRecorder recorder;

  AtEnd(LiveRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void run() {
    recorder.ended();
  }
}
