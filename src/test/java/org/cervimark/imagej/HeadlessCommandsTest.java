package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.plugin.PlugIn;
import java.util.List;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.Test;

/** The menu commands and the sample study in a virtual machine without a display. */
class HeadlessCommandsTest {

  /** Runs every command. */
  static final class RunAll {

    private RunAll() {}

    public static void main(String[] args) {
      for (PlugIn command :
          List.of(
              new OpenCommand(),
              new OpenFolderCommand(),
              new OpenSeriesCommand(),
              new SaveCommand(),
              new NoteCommand(),
              new ResultsTableCommand(),
              new MeasureCommand(),
              new ExportCommand(),
              new DeidentifyCommand(),
              new HelpCommand())) {
        IJ.redirectErrorMessages();
        command.run("");
      }
    }
  }

  @Test
  void everyCommandFailsWithOneSentence() {
    List<String> lines = ForkedJvm.run(RunAll.class).lines().toList();
    assertEquals(10, lines.size(), lines.toString());
    for (String line : lines) {
      assertTrue(line.contains("needs a display"), line);
    }
  }

  @Test
  void theSampleStudyIsReadAndTheProgramEnds() {
    String output = ForkedJvm.run(SampleStudy.class);
    assertTrue(output.startsWith("CERVICAL SPINE MEASUREMENTS"), output);
    assertTrue(output.contains("revision 1"), output);
    assertTrue(output.contains("Hong Gildong 홍길동"), output);
  }
}
