package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a viewer as a whole. */
class ViewerCommandsTest {

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void noKeyStandsForTwoCommands() throws Exception {
    Map<KeyStroke, List<String>> commands = new LinkedHashMap<>();
    for (ViewerCommand command : commands().all()) {
      command
          .keys()
          .forEach(k -> commands.computeIfAbsent(k, x -> new ArrayList<>()).add(command.id()));
    }
    commands.values().removeIf(ids -> ids.size() == 1);
    assertEquals(Map.of(), commands);
  }

  private ViewerCommands commands() throws Exception {
    ViewerActions actions = new OneFilmStudy(folder, elsewhere).open();
    ViewerModel model = actions.model();
    Settings settings = Settings.of(Locale.ENGLISH);
    ToolState tool = LandmarkTool.state();
    ViewerCanvas canvas =
        new ViewerCanvas(
            new Film(model.image(), ""),
            model,
            tool,
            new ResultText(settings, Readings.CATALOGUE::landmarks));
    StudyOpener opener =
        new StudyOpener(Readings.CATALOGUE, new MemoryReaderName(Optional.empty()), settings);
    FramePlayer frames =
        new FramePlayer(
            actions, new ScreenTicker(canvas), System::nanoTime, Runnable::run, Runnable::run);
    return new ViewerCommands(
        actions, tool, new ViewerNavigation(canvas, model, opener, settings, frames));
  }
}
