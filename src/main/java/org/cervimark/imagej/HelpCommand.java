package org.cervimark.imagej;

import ij.IJ;
import ij.ImageJ;
import ij.plugin.PlugIn;
import java.util.List;
import java.util.Optional;
import javax.swing.Box;
import org.cervimark.report.Wording;
import org.cervimark.terminology.Product;
import org.jspecify.annotations.Nullable;

/** Plugins &gt; CerviMark &gt; CerviMark Help: what the program is, its keys, and its limits. */
public final class HelpCommand implements PlugIn {

  @Override
  public void run(String arg) {
    if (PluginCommand.hasDisplay()) {
      Wording wording = Settings.inPreferences().wording();
      PluginCommand.onEventThread(() -> show(IJ.getInstance(), wording));
    }
  }

  private static void show(@Nullable ImageJ parent, Wording wording) {
    FormPanel form = FormPanel.saying(Product.NAME + " " + Product.version());
    for (String key : List.of("help.begin", "help.mouse", "help.limits")) {
      form.add(Box.createVerticalStrut(Look.scaled(10)));
      form.say(wording.get(key));
    }
    QuestionDialog.ask(
        Optional.ofNullable(parent),
        wording.get("product"),
        form,
        List.of(wording.get("answer.close")));
  }
}
