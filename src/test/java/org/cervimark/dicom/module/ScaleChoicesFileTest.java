package org.cervimark.dicom.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.Radiograph;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.ScaleChoices.Extent;
import org.cervimark.reading.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleChoicesFileTest {

  @TempDir Path folder;
  private Path file;
  private ScaleChoicesFile choices;

  @BeforeEach
  void choose() {
    Path settings = folder.resolve("settings");
    choices = ScaleChoicesFile.beside(settings.resolve("installation.properties"));
    file = settings.resolve("scale-choices.properties");
  }

  @Test
  void eachQuestionIsAskedOnce() throws Exception {
    Radiograph film = film("untyped.dcm");
    ReadingSession first = session(film);
    ScaleQuestion question = first.scaleQuestion().orElseThrow();
    assertEquals("untyped-pixel-spacing", question.kind());
    assertFalse(choices.applyTo(first));
    choices.remember(question, film.reference().studyInstanceUid(), "imager-spacing", Extent.STUDY);
    ReadingSession second = session(film);
    assertTrue(choices.applyTo(second));
    assertEquals(0.15, second.scale().columnSpacing());
    assertEquals(Optional.empty(), second.scaleQuestion());
    assertFalse(choices.applyTo(session(film("of-another-study.dcm"))));
  }

  @Test
  void anAnswerForTheDeviceHoldsForItsOtherStudiesUntilOneSaysOtherwise() throws Exception {
    Radiograph film = film("a.dcm");
    Radiograph other = film("b.dcm");
    ScaleQuestion question = film.scaleQuestion().orElseThrow();
    choices.remember(
        question, film.reference().studyInstanceUid(), "imager-spacing", Extent.DEVICE);
    assertEquals(
        Optional.of("imager-spacing"),
        choices.find(question, other.reference().studyInstanceUid()));
    choices.remember(question, other.reference().studyInstanceUid(), "as-found", Extent.STUDY);
    assertEquals(
        Optional.of("as-found"), choices.find(question, other.reference().studyInstanceUid()));
  }

  @Test
  void theFileNamesNobodyAndNothingIsLeftBeside() throws Exception {
    Radiograph film = film("a.dcm");
    ScaleQuestion question = film.scaleQuestion().orElseThrow();
    for (Extent extent : Extent.values()) {
      choices.remember(question, film.reference().studyInstanceUid(), "as-found", extent);
    }
    String text = Files.readString(file);
    assertFalse(text.contains(film.reference().studyInstanceUid()));
    assertFalse(text.contains("Synthetic"));
    try (Stream<Path> files = Files.list(folder.resolve("settings"))) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void whatCannotBeReadOrMeantIsRefused() throws Exception {
    Radiograph film = film("a.dcm");
    ScaleQuestion question = film.scaleQuestion().orElseThrow();
    assertThrows(
        IllegalArgumentException.class,
        () -> choices.remember(question, "2.25.1", "guess", Extent.STUDY));
    Files.createDirectories(folder.resolve("settings"));
    Files.writeString(file, "study.x=\\u12");
    StoreException e = assertThrows(StoreException.class, () -> choices.find(question, "2.25.1"));
    assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.getMessage());
  }

  private Radiograph film(String name) throws Exception {
    SampleCr image =
        new SampleCr()
            .set(Tag.PixelSpacingCalibrationType, VR.CS)
            .set(Tag.DeviceSerialNumber, VR.LO, "SN-1");
    return DicomImages.readHeader(image.writeTo(folder.resolve(name)));
  }

  private static ReadingSession session(Radiograph film) {
    Catalogue catalogue = Catalogue.builtIn();
    return new ReadingSession(
        film, catalogue, catalogue.protocolFor(View.LATERAL_NEUTRAL).orElseThrow());
  }
}
