package org.cervimark.imagej;

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
    StudyWords words = new StudyWords(parts.wording());
    header = new HeaderBar(model, words);
    tools = new ToolStrip(parts.commands(), model, parts.tool(), parts.wording());
    strip = new StudyStrip(parts.actions(), words, parts.background(), parts.eventThread());
    guide = new GuidePanel(model, parts.wording());
    results = new ResultsPanel(model, parts.text(), parts.wording());
    side = new SideColumn(guide, results, parts.wording());
    status = new StatusLine(parts.actions(), words, parts.wording());
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
