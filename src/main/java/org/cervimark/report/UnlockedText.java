package org.cervimark.report;

import java.io.Writer;

/** A text that grows, for one thread; {@link java.io.StringWriter} locks at each word. */
final class UnlockedText extends Writer {

  private static final int ROOM = 1 << 14;

  private final StringBuilder text = new StringBuilder(ROOM);

  @Override
  public void write(int c) {
    text.append((char) c);
  }

  @Override
  public void write(String more) {
    text.append(more);
  }

  @Override
  public void write(String more, int start, int length) {
    text.append(more, start, start + length);
  }

  @Override
  public void write(char[] more, int start, int length) {
    text.append(more, start, length);
  }

  @Override
  public Writer append(CharSequence more) {
    text.append(more);
    return this;
  }

  @Override
  public Writer append(char c) {
    text.append(c);
    return this;
  }

  @Override
  public void flush() {
    // Nothing waits.
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
