package org.cervimark.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time as it passes and time that processors spend on this program, all its threads and its
 * collector; where others use the machine, only the second says what the program needs.
 *
 * @param seconds as they passed
 * @param busy seconds of all processors together
 */
record Stopwatch(double seconds, double busy) {

  /** Something to be timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Times it. */
  static Stopwatch of(Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long busyStart = system.getProcessCpuTime();
    work.run();
    return new Stopwatch(
        (System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - busyStart) / 1e9);
  }

  Stopwatch plus(Stopwatch other) {
    return new Stopwatch(seconds + other.seconds, busy + other.busy);
  }
}
