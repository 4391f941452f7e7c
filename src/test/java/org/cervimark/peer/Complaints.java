package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.TestReporter;

/** What a validator complained of besides its known false alarms, over all files it was given. */
final class Complaints {

  private final String validator;
  private final List<String> lines = new ArrayList<>();
  private int files;

  /** Nothing yet; named by validator and kind of file. */
  Complaints(String validator) {
    this.validator = validator;
  }

  /** Adds what was said of one more file. */
  void add(List<String> complaints) {
    files++;
    lines.addAll(complaints);
  }

  /** Has dciodvfy look at one more file; that it names another kind of object is a complaint. */
  void addDciodvfy(String kind, Path file) {
    List<String> said =
        new ArrayList<>(
            KnownFalseAlarms.withoutDciodvfy(
                Peers.run("dicom3tools", "dciodvfy", "-new", file.toString()).lines()));
    if (!said.remove(kind)) {
      said.add("not taken for " + kind + ": " + file.getFileName());
    }
    add(said);
  }

  /** Reports the counts, and fails unless there were files and no complaints. */
  void publish(TestReporter reporter) {
    reporter.publishEntry(validator, "files " + files + ", complaints " + lines.size());
    assertEquals(List.of(), lines, validator);
    assertTrue(files > 0, validator);
  }
}
