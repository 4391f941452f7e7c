package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/**
 * The stage with the panels around it. The film comes first: in a small window the panels show
 * less, and the reader can put the one beside the film away.
 */
@SuppressWarnings("serial")
final class ViewerContent extends JPanel {

  private final transient ViewerModel model;
  private transient ViewerPanels panels;
  private transient Optional<Room> fitted = Optional.empty();
  private JScrollPane strip = new JScrollPane();
  private JScrollPane side = new JScrollPane();

  ViewerContent(Stage stage, ViewerPanels panels, ViewerModel model) {
    super(new BorderLayout());
    this.model = model;
    this.panels = panels;
    add(stage, BorderLayout.CENTER);
    surround();
  }

  /** Lays other panels around the stage, which stays where it is. */
  void surround(ViewerPanels others) {
    panels = others;
    for (Component part : getComponents()) {
      if (!(part instanceof Stage)) {
        remove(part);
      }
    }
    surround();
  }

  private void surround() {
    JPanel north = new JPanel(new BorderLayout());
    north.add(panels.header(), BorderLayout.NORTH);
    north.add(panels.tools(), BorderLayout.CENTER);
    north.add(panels.nextLine(), BorderLayout.SOUTH);
    strip = ThinScrollBar.pane(panels.strip());
    strip.setBorder(BorderFactory.createMatteBorder(0, 0, 0, 1, Look.RULE));
    side = ThinScrollBar.pane(panels.side());
    JPanel east = new JPanel(new BorderLayout());
    east.add(panels.handle(), BorderLayout.WEST);
    east.add(side, BorderLayout.CENTER);
    add(north, BorderLayout.NORTH);
    add(strip, BorderLayout.WEST);
    add(east, BorderLayout.EAST);
    add(panels.status(), BorderLayout.SOUTH);
    fitted = Optional.empty();
  }

  /** Shows the state of the model. */
  void update() {
    panels.update();
    if (side.isVisible() != model.isPanelShown()) {
      side.setVisible(model.isPanelShown());
      validate();
    }
  }

  @Override
  public void doLayout() {
    double unit = Look.scaled(100) / 100.0;
    Room room = Room.in((int) (getWidth() / unit), (int) (getHeight() / unit));
    if (!fitted.equals(Optional.of(room))) {
      fitted = Optional.of(room);
      panels.fit(room);
      strip.setVisible(model.study().images().size() > 1 || !room.isTight());
    }
    super.doLayout();
  }
}
