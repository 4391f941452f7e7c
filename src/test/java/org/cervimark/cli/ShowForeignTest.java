package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;

class ShowForeignTest {

  @Test
  void marksOfAnotherProgramAreListedWithWhoseTheyAre() {
    CommandRun run =
        CommandRun.of("show", SharedFiles.get("dcmjs/test/sample-sr.dcm")).ends(ExitCode.DONE);
    assertTrue(run.out().startsWith("Report of another program: Unspecified, "), run.out());
    assertTrue(run.out().contains("unknown unknown, 2023-08-24"), run.out());
    assertTrue(run.out().contains("Long Axis 64.4505437946691 px"), run.out());
  }

  @Test
  void theyAreDataToo() {
    JsonObject json =
        CommandRun.of("show", SharedFiles.get("highdicom/sr_document.dcm"), "--json")
            .ends(ExitCode.DONE)
            .onlyJson();
    JsonObject mark = json.getAsJsonArray("marks").get(0).getAsJsonObject();
    assertEquals("Spinal cord", mark.get("label").getAsString());
    assertEquals("circle", mark.get("shape").getAsString());
    assertEquals("[[58.0,52.0],[58.0,41.0]]", mark.get("points").toString());
  }
}
