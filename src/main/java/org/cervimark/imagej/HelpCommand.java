package org.cervimark.imagej;

import ij.IJ;
import ij.plugin.PlugIn;
import java.awt.Component;
import javax.swing.JOptionPane;
import org.cervimark.report.Wording;
import org.cervimark.terminology.Product;

/** Plugins &gt; CerviMark &gt; CerviMark Help: what the program is, its keys, and its limits. */
public final class HelpCommand implements PlugIn {

  @Override
  public void run(String arg) {
    if (PluginCommand.hasDisplay()) {
      Wording wording = Settings.inPreferences().wording();
      PluginCommand.onEventThread(() -> show(IJ.getInstance(), wording));
    }
  }

  private static void show(Component parent, Wording wording) {
    JOptionPane.showMessageDialog(
        parent,
        "<html><div style='width:440px'><b>"
            + Product.NAME
            + " "
            + Product.version()
            + "</b><br><br>"
            + wording.get("help.begin")
            + "<br><br>"
            + wording.get("help.mouse")
            + "<br><br>"
            + wording.get("help.limits")
            + "</div></html>",
        wording.get("product"),
        JOptionPane.PLAIN_MESSAGE);
  }
}
