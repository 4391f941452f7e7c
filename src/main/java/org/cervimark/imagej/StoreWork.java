package org.cervimark.imagej;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.cervimark.reading.StoreException;

/** Work with files that is done elsewhere, while the caller waits for it. */
final class StoreWork {

  private StoreWork() {}

  /**
   * Does something where an executor does it.
   *
   * @param executor returns when it is done
   * @throws StoreException if that is what it ended with
   */
  static <T> T done(Executor executor, Callable<T> task) throws StoreException {
    FutureTask<T> running = new FutureTask<>(task);
    executor.execute(running);
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while saving", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException known) {
        throw known;
      }
      throw new IllegalStateException("saving failed", e.getCause());
    }
  }
}
