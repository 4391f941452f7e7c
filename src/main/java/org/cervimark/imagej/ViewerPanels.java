package org.cervimark.imagej;

import org.cervimark.report.Wording;

/** The panels around the canvas. */
final class ViewerPanels {

  /** The command that puts the panel beside the image away. */
  private static final String PANEL = "panel";

  private final HeaderBar header;
  private final ToolStrip tools;
  private final StudyStrip strip;
  private final GuidePanel guide;
  private final ResultsPanel results;
  private final LandmarkList landmarks;
  private final HistoryList history;
  private final SideColumn side;
  private final StatusLine status;
  private final NextLine nextLine;
  private final PanelHandle handle;

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
    nextLine = new NextLine(model, guide, wording);
    ViewerCommand panel = parts.commands().get(PANEL);
    handle = new PanelHandle(panel, panel.helpWithKey(wording));
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

  PanelHandle handle() {
    return handle;
  }

  NextLine nextLine() {
    return nextLine;
  }

  StatusLine status() {
    return status;
  }

  /** Takes no more than there is room for. */
  void fit(Room room) {
    strip.fit(room);
    side.fit(room);
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
    nextLine.update();
  }
}
