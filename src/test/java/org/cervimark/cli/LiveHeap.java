package org.cervimark.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream for the lines of a command that collects the garbage at some of them and notes what is
 * left: whether memory grows with the files that the lines tell of.
 */
final class LiveHeap extends OutputStream {

  /**
   * What was left.
   *
   * @param line after how many lines
   * @param bytes of the heap
   */
  record Sample(long line, long bytes) {}

  private final int every;
  private final List<Sample> samples = new ArrayList<>();
  private long lines;

  /**
   * A stream.
   *
   * @param every how many lines lie between two looks
   */
  LiveHeap(int every) {
    this.every = every;
  }

  /** The stream to print to. */
  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    if (b == '\n' && ++lines % every == 0) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      samples.add(new Sample(lines, runtime.totalMemory() - runtime.freeMemory()));
    }
  }

  /** What was seen, in its order. */
  List<Sample> samples() {
    return List.copyOf(samples);
  }
}
