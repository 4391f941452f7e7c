package org.cervimark.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.cervimark.image.ImageReference;
import org.cervimark.reading.Draft;
import org.cervimark.reading.Journal;
import org.cervimark.reading.JournalException;
import org.jspecify.annotations.Nullable;

/**
 * The file of one session. It is made with the first change, stays locked while the program lives,
 * and begins anew after each save. Each record is one write of a whole line at the end of what is
 * known to be good.
 */
final class JournalPage implements Journal.Page {

  private final FolderJournal journal;
  private final ImageReference image;
  private final Clock clock;
  private Draft written;
  private @Nullable Path file;
  private @Nullable FileChannel channel;
  private long good;

  JournalPage(FolderJournal journal, ImageReference image, Draft base, Clock clock) {
    this.journal = journal;
    this.image = image;
    this.written = base;
    this.clock = clock;
  }

  @Override
  public void record(Draft now, boolean settled) throws JournalException {
    Draft.Changes changes = written.changesTo(now);
    try {
      if (!changes.isEmpty()) {
        byte[] change = JournalRecords.change(clock.instant(), changes);
        if (channel == null) {
          begin(change);
        } else {
          append(channel, change);
        }
        written = now;
      }
      if (settled && channel != null) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw new JournalException(file == null ? journal.folder() : file, e);
    }
  }

  @Override
  public void clear(Draft base) throws JournalException {
    written = base;
    if (channel == null || file == null) {
      return;
    }
    Path finished = file;
    try {
      // Emptied first, so that it offers nothing even if it cannot be deleted.
      channel.truncate(0);
      channel.close();
      channel = null;
      file = null;
      Files.deleteIfExists(finished);
    } catch (IOException e) {
      throw new JournalException(finished, e);
    }
  }

  private void begin(byte[] change) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(JournalRecords.image(image));
    bytes.write(JournalRecords.base(written));
    bytes.write(change);
    Path made = journal.newFile();
    FileChannel opened =
        FileChannel.open(made, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    boolean begun = false;
    try {
      FolderJournal.lock(opened);
      good = 0;
      append(opened, bytes.toByteArray());
      file = made;
      channel = opened;
      begun = true;
    } finally {
      if (!begun) {
        opened.close();
        Files.deleteIfExists(made);
      }
    }
  }

  private void append(FileChannel to, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long at = good;
    // What an earlier attempt left half-written is written over.
    while (buffer.hasRemaining()) {
      at += to.write(buffer, at);
    }
    good = at;
  }
}
