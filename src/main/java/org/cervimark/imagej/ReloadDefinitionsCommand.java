package org.cervimark.imagej;

import ij.IJ;
import ij.plugin.PlugIn;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.measurement.UserDefinitions;
import org.cervimark.report.Wording;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Reload Definitions: reads the definition files anew; every
 * open viewer goes on with them, and keeps what is placed. In a macro: {@code run("CerviMark Reload
 * Definitions")}.
 */
public final class ReloadDefinitionsCommand implements PlugIn {

  @Override
  public void run(String arg) {
    if (!PluginCommand.hasDisplay()) {
      return;
    }
    UserDefinitions definitions = Definitions.read();
    PluginCommand.onEventThread(() -> use(definitions));
  }

  /** Every open viewer goes on with these; mistakes are told in a window. */
  static void use(UserDefinitions definitions) {
    List<ViewerWindow> viewers = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      if (window instanceof ViewerWindow viewer && !viewer.isClosed()) {
        viewers.add(viewer);
      }
    }
    viewers.forEach(viewer -> viewer.use(definitions.catalogue()));
    Wording wording = Settings.inPreferences().wording();
    IJ.showStatus(wording.get("definitions.read", Integer.toString(definitions.files().size())));
    if (!definitions.problems().isEmpty()) {
      ProblemWindow.show(definitions.problems(), Optional.<ViewerWindow>empty(), wording);
    }
  }
}
