package io.spoor.tests;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server: some connections go through, later ones are taken and not answered. */
final class SilentFrom implements Closeable {

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private final int server;
  private final int through;

  /**
   * @param server the server's port
   * @param through how many connections go through
   */
  SilentFrom(int server, int through) throws IOException {
    this.server = server;
    this.through = through;
    start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One of both sides is gone.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() throws IOException {
    for (int connections = 1; ; connections++) {
      Socket from = listening.accept();
      open.add(from);
      if (connections <= through) {
        Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(to);
        start(() -> copy(from, to));
        start(() -> copy(to, from));
      }
    }
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } finally {
      to.close();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Closeable each : open) {
      each.close();
    }
  }
}
