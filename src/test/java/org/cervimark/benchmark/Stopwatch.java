package org.cervimark.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * CPU times, which other programs on the machine disturb less than they do the clock on the wall.
 */
public final class Stopwatch {

  /** Something to be timed. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  private Stopwatch() {}

  /** Milliseconds that this thread has been computing. */
  public static double threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  /** Milliseconds of all threads, in steps of 10, where work is shared out among them. */
  public static double processCpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e6;
  }

  /** The median of runs on this thread, after others that make it warm. */
  public static double median(int warmUp, int runs, Work work) throws Exception {
    return median(warmUp, runs, work, Stopwatch::threadCpu);
  }

  /** The same by another clock. */
  public static double median(int warmUp, int runs, Work work, DoubleSupplier clock)
      throws Exception {
    double[] times = new double[runs];
    for (int i = -warmUp; i < runs; i++) {
      double before = clock.getAsDouble();
      work.run();
      if (i >= 0) {
        times[i] = clock.getAsDouble() - before;
      }
    }
    return median(times);
  }

  /** The middle one, or the higher of the two in the middle. */
  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
