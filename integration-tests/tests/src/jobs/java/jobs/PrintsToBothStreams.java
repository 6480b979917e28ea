package jobs;

import java.io.IOException;

/**
 * Echoes its standard input to both streams in turn, byte values of all kinds included. Exit code
 * 7.
 */
public final class PrintsToBothStreams {

  private PrintsToBothStreams() {}

  public static void main(String[] args) throws IOException {
    int b;
    int count = 0;
    while ((b = System.in.read()) != -1) {
      if (count++ % 2 == 0) {
        System.out.write(b);
      } else {
        System.err.write(b);
      }
    }
    for (int i = 0; i < 256; i++) {
      System.out.write(i);
    }
    System.out.flush();
    System.err.println("read " + count + " bytes, LANG is " + System.getenv("JOB_LANGUAGE"));
    System.exit(7);
  }
}
