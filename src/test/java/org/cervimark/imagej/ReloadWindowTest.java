package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JTextArea;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Protocol;
import org.cervimark.measurement.UserDefinitions;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader writes a measurement while the film is open, and goes on with it. */
@Tag("window")
final class ReloadWindowTest {

  private static final String FILE =
      """
      measurements:
        - id: my-c3-c6-angle
          code: XC3C6
          meaning: C3-C6 angle
          name: {en: C3–C6 angle, ko: C3–C6 각}
          views: [lateral-neutral]
          unit: deg
          method: ANG2LINE
          version: "1"
          formula: FORMULA
          tier: E2
      protocols:
        - id: my-protocol
          name: {en: My protocol, ko: 나의 프로토콜}
          view: lateral-neutral
          landmarks:
            - c3-inferior-endplate-posterior
            - c3-inferior-endplate-anterior
            - c6-inferior-endplate-posterior
            - c6-inferior-endplate-anterior
          measurements: [my-c3-c6-angle]
      """;

  private static final String ANGLE = "tilt(c3-inferior-endplate) - tilt(c6-inferior-endplate)";

  @TempDir private Path folder;

  private Optional<ViewerWindow> window = Optional.empty();

  @BeforeAll
  static void startImageJ() {
    Display.startImageJ();
  }

  @AfterEach
  void close() {
    problems().ifPresent(JDialog::dispose);
    window.ifPresent(Display::close);
  }

  @Test
  void aMeasurementWrittenMeanwhileIsGuidedMeasuredAndChanged() throws Exception {
    Path film = Files.copy(Phantoms.LATERAL, folder.resolve("film.dcm"));
    Path definitions = Files.createDirectories(folder.resolve("CerviMark"));
    window =
        new StudyOpener(
                Readings.CATALOGUE,
                new MemoryReaderName(Optional.empty()),
                Settings.of(Locale.ENGLISH))
            .openTelling(film);
    Operator operator = new Operator(window.orElseThrow());
    assertEquals(List.of(), offered());

    reload(definitions, ANGLE);
    assertEquals(List.of("my-protocol"), offered());
    Operator.onEventThread(
        () -> {
          protocols()
              .setSelectedItem(model().study().catalogue().protocol("my-protocol").orElseThrow());
          return true;
        });
    assertEquals("my-protocol", session().protocol().id());
    LandmarkSet truth =
        LandmarkTable.read(
                Phantoms.table(Phantoms.LATERAL), Readings.CATALOGUE.landmarks(), Locale.ENGLISH)
            .landmarks(film, model().radiograph(), true);
    for (LandmarkId id : session().protocol().landmarks()) {
      assertEquals(Optional.of(id), session().target(), "guided in the order of the file");
      operator.click(truth.point(id).orElseThrow());
    }
    operator.await("four placed", () -> session().done() == 4);
    double angle = value();
    assertTrue(angle > 5 && angle < 25, "of a lordotic neck: " + angle);
    assertTrue(Operator.find(window.get(), "result-my-c3-c6-angle").isPresent());
    operator.screenshot("30-own-protocol");

    reload(definitions, "2 * (" + ANGLE + ")");
    assertEquals(2 * angle, value(), 1e-9, "the other formula on the same landmarks");

    reload(definitions, "tilt(c3-inferior-endplat)");
    operator.await("what is wrong", () -> problems().isPresent());
    JTextArea sentences =
        (JTextArea) Operator.find(problems().orElseThrow(), "sentences").orElseThrow();
    assertTrue(sentences.getText().contains("mine.yaml:10:19"), sentences.getText());
    assertTrue(sentences.getText().contains("did you mean \"c3-inferior-endplate\"?"));
    assertEquals(4, session().landmarks().all().size(), "a mistake costs no landmark");

    reload(definitions, ANGLE);
    assertEquals(angle, value(), 1e-9, "and all is as before");
  }

  private void reload(Path definitions, String formula) throws IOException {
    Files.writeString(definitions.resolve("mine.yaml"), FILE.replace("FORMULA", formula));
    UserDefinitions read = UserDefinitions.read(definitions);
    Operator.onEventThread(
        () -> {
          ReloadDefinitionsCommand.use(read);
          return true;
        });
  }

  private List<String> offered() {
    return Operator.onEventThread(
        () -> {
          List<String> ids = new java.util.ArrayList<>();
          for (int i = 0; i < protocols().getItemCount(); i++) {
            ids.add(((Protocol) protocols().getItemAt(i)).id());
          }
          ids.removeIf(id -> Readings.CATALOGUE.protocol(id).isPresent());
          return ids;
        });
  }

  private JComboBox<?> protocols() {
    return (JComboBox<?>) Operator.find(window.orElseThrow(), "protocols").orElseThrow();
  }

  private ViewerModel model() {
    return window.orElseThrow().actions().model();
  }

  private ReadingSession session() {
    return model().session();
  }

  private double value() {
    return session().results().stream()
        .filter(r -> r.measurement().id().equals("my-c3-c6-angle"))
        .map(r -> ((Outcome.Measured) r.outcome()).value())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<JDialog> problems() {
    for (Window open : Window.getWindows()) {
      if (open instanceof JDialog dialog
          && dialog.isShowing()
          && "problems".equals(open.getName())) {
        return Optional.of(dialog);
      }
    }
    return Optional.empty();
  }
}
