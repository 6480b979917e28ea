package jobs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Brings rows to work on the threads that a step wants. */
final class Workers {

  private static final int CHUNK = 50;
  private static final Object[] END = {};

  /** Where rows come from: on the thread that asks. */
  interface Feed {
    void to(Rows rows) throws Exception;
  }

  private Workers() {}

  static void run(Threading threading, Feed feed, Rows work) throws Exception {
    switch (threading) {
      case ONE:
        feed.to(work);
        break;
      case QUEUE:
        queue(feed, work);
        break;
      case POOL:
        pool(chunks(feed), work);
        break;
      case PARALLEL_STREAM:
        chunks(feed).parallelStream().forEach(rows -> all(rows, work));
        break;
      default:
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        for (List<Object[]> rows : chunks(feed)) {
          futures.add(
              CompletableFuture.supplyAsync(() -> rows).thenAccept(chunk -> all(chunk, work)));
        }
        CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0])).join();
    }
  }

  private static void all(List<Object[]> rows, Rows work) {
    try {
      for (Object[] row : rows) {
        work.take(row);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<List<Object[]>> chunks(Feed feed) throws Exception {
    List<List<Object[]>> chunks = new ArrayList<>();
    feed.to(
        row -> {
          if (chunks.isEmpty() || chunks.get(chunks.size() - 1).size() == CHUNK) {
            chunks.add(new ArrayList<>());
          }
          chunks.get(chunks.size() - 1).add(row);
        });
    return chunks;
  }

  private static void queue(Feed feed, Rows work) throws Exception {
    BlockingQueue<Object[]> queue = new ArrayBlockingQueue<>(CHUNK);
    FutureTask<Void> writer =
        new FutureTask<>(
            () -> {
              for (Object[] row = queue.take(); row != END; row = queue.take()) {
                work.take(row);
              }
              return null;
            });
    Thread thread = new Thread(writer, "writer");
    thread.setDaemon(true);
    thread.start();
    feed.to(
        row -> {
          while (!queue.offer(row, 1, java.util.concurrent.TimeUnit.SECONDS)) {
            if (writer.isDone()) {
              writer.get();
            }
          }
        });
    queue.put(END);
    writer.get();
  }

  private static void pool(List<List<Object[]>> chunks, Rows work)
      throws ExecutionException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (List<Object[]> rows : chunks) {
        tasks.add(pool.submit(() -> all(rows, work)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      pool.shutdown();
    }
  }
}
