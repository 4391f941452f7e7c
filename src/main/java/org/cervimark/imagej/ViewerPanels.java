package org.cervimark.imagej;

import org.cervimark.report.Wording;

/** The panels around the canvas. */
final class ViewerPanels {

  private final HeaderBar header;
  private final ToolStrip tools;
  private final StudyStrip strip;
  private final GuidePanel guide;
  private final ResultsPanel results;
  private final SideColumn side;
  private final StatusLine status;

  ViewerPanels(ViewerParts parts, ViewerCanvas canvas) {
    ViewerModel model = parts.actions().model();
    Wording wording = parts.settings().wording();
    StudyWords words = new StudyWords(wording);
    header = new HeaderBar(model, words);
    tools = new ToolStrip(parts.commands(), model, parts.tool(), wording);
    strip = new StudyStrip(parts.actions(), words, parts.background(), parts.eventThread());
    guide = new GuidePanel(model, wording);
    results = new ResultsPanel(model, parts.text(), wording);
    side = new SideColumn(guide, results, wording);
    status = new StatusLine(parts.actions(), words, wording);
    canvas.onHover(pixel -> status.point(pixel.flatMap(canvas::imagePoint)));
  }

  HeaderBar header() {
    return header;
  }

  ToolStrip tools() {
    return tools;
  }

  StudyStrip strip() {
    return strip;
  }

  SideColumn side() {
    return side;
  }

  StatusLine status() {
    return status;
  }

  /** Shows the state of the model. */
  void update() {
    header.update();
    tools.update();
    strip.update();
    guide.update();
    results.update();
    status.update();
  }
}
