package org.cervimark.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads for work on many files. Who uses them takes the results in the order of the files, and
 * starts only {@link #ahead} pieces of work before, so that memory does not grow with the files.
 */
final class Workers implements AutoCloseable {

  private static final int MOST_THREADS = 8;
  private static final int PIECES_PER_THREAD = 8;

  private final int threads =
      Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  private final ExecutorService service;

  /** Threads of a name; they do not keep the program alive. */
  Workers(String name) {
    this.service =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How many pieces of work are started before the result of the first is taken. */
  int ahead() {
    return threads * PIECES_PER_THREAD;
  }

  /** Starts a piece of work, which tells in its result what went wrong with a file. */
  <T> Future<T> start(Callable<T> work) {
    return service.submit(work);
  }

  /**
   * Waits for a result.
   *
   * @throws InputException if the program is to stop
   */
  static <T> T result(Future<T> future, Console console) throws InputException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(console.wording().get("export.interrupted"));
    }
  }

  /** Stops the threads. */
  @Override
  public void close() {
    service.shutdownNow();
  }
}
