package org.cervimark.imagej;

import ij.IJ;
import ij.IJEventListener;
import ij.ImagePlus;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;
import java.awt.event.MouseEvent;
import javax.swing.SwingUtilities;

/**
 * The landmark tool in ImageJ's own toolbar. It is in use as long as the reader picks no other tool
 * there; in windows that are not ours it does nothing.
 */
public final class LandmarkTool extends PlugInTool {

  private static final String NAME = "CerviMark Landmark Tool";

  @Override
  public void mousePressed(ImagePlus imp, MouseEvent e) {
    e.consume();
    IJ.showStatus(Settings.inPreferences().wording().get("tool.elsewhere"));
  }

  @Override
  public String getToolName() {
    return NAME;
  }

  @Override
  public String getToolIcon() {
    return "C059O4477L7017L707fL0747L7c7fLc7f7C05aB00o6622";
  }

  /** The state of the tool in ImageJ's toolbar; always in use where ImageJ has no toolbar. */
  static ToolState state() {
    return new ToolState() {

      @Override
      public boolean isActive() {
        PlugInTool tool = Toolbar.getPlugInTool();
        // By name: where the plugin is installed twice, the tool may be that of the other copy.
        return Toolbar.getInstance() == null
            || (tool != null && tool.getClass().getName().equals(LandmarkTool.class.getName()));
      }

      @Override
      public void activate() {
        if (!isActive() && !Toolbar.getInstance().setTool(NAME)) {
          Toolbar.addPlugInTool(new LandmarkTool());
        }
      }

      @Override
      public void deactivate() {
        if (Toolbar.getInstance() != null) {
          Toolbar.getInstance().setTool(Toolbar.HAND);
        }
      }

      @Override
      public Runnable onChange(Runnable listener) {
        IJEventListener events =
            event -> {
              if (event == IJEventListener.TOOL_CHANGED) {
                SwingUtilities.invokeLater(listener);
              }
            };
        IJ.addEventListener(events);
        return () -> IJ.removeEventListener(events);
      }
    };
  }
}
