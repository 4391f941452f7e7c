package org.cervimark.dicom.media;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.media.StudyFolder.Problem;

/**
 * The files of a folder and the folders below it, one after the other, in the order of their names;
 * of a file, the file itself. Holds the names of one folder at a time, however many files there
 * are. Links to folders are not followed.
 */
public final class FolderWalk implements Iterator<Path> {

  private final Deque<Path> ahead = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();

  /** A walk that begins at a file or folder. */
  public FolderWalk(Path root) {
    if (Files.isDirectory(root)) {
      enter(root);
    } else {
      ahead.push(root);
    }
    advance();
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  @Override
  public Path next() {
    if (ahead.isEmpty()) {
      throw new NoSuchElementException();
    }
    Path file = ahead.pop();
    advance();
    return file;
  }

  /** The folders that could not be listed so far; each is told once. */
  public List<Problem> takeProblems() {
    List<Problem> taken = List.copyOf(problems);
    problems.clear();
    return taken;
  }

  /** Opens folders until a file is ahead. */
  private void advance() {
    while (!ahead.isEmpty() && Files.isDirectory(ahead.peek(), LinkOption.NOFOLLOW_LINKS)) {
      enter(ahead.pop());
    }
  }

  private void enter(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      for (Path entry : listing) {
        if (Files.isRegularFile(entry) || Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          entries.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      problems.add(new Problem(folder, DicomMessages.text("read.denied", folder)));
    }
    entries.sort(Comparator.reverseOrder());
    entries.forEach(ahead::push);
  }
}
