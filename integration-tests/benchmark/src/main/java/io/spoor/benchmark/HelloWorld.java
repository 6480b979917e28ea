package io.spoor.benchmark;

/** The smallest job. */
public final class HelloWorld {

  private HelloWorld() {}

  public static void main(String[] args) {
    System.out.println("Hello, world!");
  }
}
