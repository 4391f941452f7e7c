package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.FrameTimes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTimeRulesTest {

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  /** Frame Time Vector, Frame Time, Cine Rate, Recommended Display Frame Rate of three frames. */
  @ParameterizedTest
  @CsvSource({
    "0/40/60, 33, 30, -, '0.0, 40.0, 100.0'",
    "10/40/60, -, -, -, '0.0, 40.0, 100.0'",
    "0/40, 50, 30, -, '0.0, 50.0, 100.0'",
    "0/-40/60, 50, 30, -, '0.0, 50.0, 100.0'",
    "-, 0, 25, -, '0.0, 40.0, 80.0'",
    "-, -, -, 10, '0.0, 100.0, 200.0'",
    "-, x, 0, -1, -"
  })
  void theFirstUsableTimeCounts(
      String vector, String time, String rate, String recommended, String starts) {
    Attributes header = new Attributes();
    put(header, Tag.FrameTimeVector, VR.DS, vector.split("/"));
    put(header, Tag.FrameTime, VR.DS, time);
    put(header, Tag.CineRate, VR.IS, rate);
    put(header, Tag.RecommendedDisplayFrameRate, VR.IS, recommended);
    assertEquals(
        starts.equals("-") ? Optional.empty() : Optional.of(List.of(starts.split(", "))),
        FrameTimeRules.times(new Elements(header), 3)
            .map(FrameTimes::starts)
            .map(list -> list.stream().map(String::valueOf).toList()));
  }

  private static void put(Attributes header, int tag, VR vr, String... values) {
    if (!values[0].equals("-")) {
      header.setString(tag, vr, values);
    }
  }
}
