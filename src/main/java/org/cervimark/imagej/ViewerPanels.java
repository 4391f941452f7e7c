package org.cervimark.imagej;

import org.cervimark.report.Wording;

/** The panels around the canvas. */
final class ViewerPanels {

  private final HeaderBar header;
  private final ToolStrip tools;
  private final StudyStrip strip;
  private final GuidePanel guide;
  private final ResultsPanel results;
  private final LandmarkList landmarks;
  private final HistoryList history;
  private final SideColumn side;
  private final StatusLine status;

  /** New panels. */
  ViewerPanels(ViewerParts parts, ViewerCanvas canvas) {
    this(
        parts,
        canvas,
        new StudyStrip(
            parts.actions(),
            new StudyWords(parts.settings().wording()),
            parts.background(),
            parts.eventThread()));
  }

  /** The same panels in the language and theme in force now; the small pictures stay. */
  ViewerPanels anew(ViewerParts parts, ViewerCanvas canvas) {
    return new ViewerPanels(parts, canvas, strip);
  }

  private ViewerPanels(ViewerParts parts, ViewerCanvas canvas, StudyStrip strip) {
    this.strip = strip;
    ViewerModel model = parts.actions().model();
    Wording wording = parts.settings().wording();
    StudyWords words = new StudyWords(wording);
    header = new HeaderBar(model, words);
    tools = new ToolStrip(parts.commands(), model, parts.tool(), wording);
    strip.speak(words);
    guide = new GuidePanel(model, words, wording);
    results = new ResultsPanel(model, parts.text(), wording);
    landmarks = new LandmarkList(model, wording);
    history = new HistoryList(model, wording);
    side = new SideColumn(guide, results, landmarks, history, wording);
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
    landmarks.update();
    history.update();
    status.update();
  }
}
