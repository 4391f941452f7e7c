package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Protocol;
import org.cervimark.report.Wording;

/** Leads through the protocol: what is next, where it lies, and which keys there are. */
@SuppressWarnings("serial")
final class GuidePanel extends JPanel {

  private static final String[] HINTS = {
    "click", "drag", "snap", "notVisible", "estimated", "nudge", "back", "window", "zoom"
  };

  private final ViewerModel model;
  private final Wording wording;
  private final JComboBox<Protocol> protocols = new JComboBox<>();
  private final JLabel progress = new JLabel();
  private final ProgressSegments segments;
  private final OrientationBar orientation;
  private final ScaleBar scale;
  private final NoticeBar notices;
  private final WrappedText next = new WrappedText(Look.bold(15), Look.NEXT, 2).atBottom();
  private final WrappedText definition = new WrappedText(Look.font(12), Look.TEXT, 3);
  private final SchematicView schematic;
  private final JPanel keys = new JPanel();
  private final Component besideSchematic = Box.createHorizontalStrut(Look.scaled(14));
  private boolean updating;

  GuidePanel(ViewerModel model, StudyWords words, Wording wording) {
    this.model = model;
    this.wording = wording;
    this.segments = new ProgressSegments(model, wording);
    this.orientation = new OrientationBar(model, wording);
    this.scale = new ScaleBar(model, words, wording);
    this.notices = new NoticeBar(model);
    this.schematic = new SchematicView(model, wording.locale());
    next.setName("next");
    progress.setName("progress");
    protocols.setName("protocols");
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setOpaque(false);
    setAlignmentX(LEFT_ALIGNMENT);
    add(chooser());
    add(Box.createVerticalStrut(Look.scaled(8)));
    add(segments);
    add(Box.createVerticalStrut(Look.scaled(8)));
    add(orientation);
    add(Box.createVerticalStrut(Look.scaled(3)));
    add(scale);
    add(Box.createVerticalStrut(Look.scaled(3)));
    add(notices);
    add(Box.createVerticalStrut(Look.scaled(8)));
    add(next);
    add(Box.createVerticalStrut(Look.scaled(3)));
    add(definition);
    add(Box.createVerticalStrut(Look.scaled(8)));
    add(pictureAndKeys());
    update();
  }

  /** Shows the state of the session. */
  void update() {
    updating = true;
    protocols.setSelectedItem(model.session().protocol());
    updating = false;
    int count = model.session().protocol().landmarks().size();
    String done =
        wording.get("progress", Integer.toString(model.session().done()), Integer.toString(count));
    progress.setText(
        model.session().isBlinded()
            ? wording.get("progress.pass", Integer.toString(model.session().pass()), done)
            : done);
    orientation.update();
    scale.update();
    notices.update();
    LandmarkDictionary dictionary = model.study().catalogue().landmarks();
    Optional<LandmarkId> target = model.session().target();
    Locale locale = wording.locale();
    if (target.isPresent()) {
      String name = ResultText.name(dictionary, target.get(), locale);
      Optional<Visibility> placed =
          model.session().landmarks().find(target.get()).map(p -> p.visibility());
      next.setText(
          placed
              .map(v -> wording.get("next.again", name, wording.get("visibility." + v.id())))
              .orElse(wording.get("next", name)));
      next.setForeground(Look.NEXT);
      definition.setText(
          dictionary.find(target.get()).map((Landmark l) -> l.definition(locale)).orElse(""));
    } else {
      next.setText(wording.get("next.done"));
      next.setForeground(Look.SAVED);
      definition.setText(
          wording.get(model.session().isBlinded() ? "next.done.blinded" : "next.done.hint"));
    }
    segments.repaint();
    schematic.repaint();
  }

  private Component chooser() {
    for (Protocol protocol : model.study().catalogue().protocols()) {
      protocols.addItem(protocol);
    }
    protocols.setUI(new FlatComboBox());
    protocols.setBackground(Look.PAPER);
    protocols.setForeground(Look.TEXT);
    protocols.setBorder(BorderFactory.createLineBorder(Look.FAINT));
    protocols.setFont(Look.bold(13));
    protocols.setFocusable(false);
    protocols.setLightWeightPopupEnabled(false);
    protocols.setMaximumRowCount(12);
    protocols.setRenderer(new ProtocolRenderer());
    protocols.setToolTipText(wording.get("protocol.help"));
    protocols.addActionListener(
        e -> {
          Object chosen = protocols.getSelectedItem();
          if (!updating
              && chosen instanceof Protocol protocol
              && !protocol.equals(model.session().protocol())) {
            model.session().chooseProtocol(protocol);
          }
        });
    progress.setFont(Look.font(12));
    progress.setForeground(Look.MUTED);
    JPanel row = new JPanel(new BorderLayout(Look.scaled(10), 0));
    row.setOpaque(false);
    row.setAlignmentX(LEFT_ALIGNMENT);
    row.add(protocols, BorderLayout.CENTER);
    row.add(progress, BorderLayout.EAST);
    row.setMaximumSize(new Dimension(Integer.MAX_VALUE, row.getPreferredSize().height));
    return row;
  }

  private Component pictureAndKeys() {
    keys.setOpaque(false);
    keys.setLayout(new BoxLayout(keys, BoxLayout.Y_AXIS));
    for (String hint : HINTS) {
      JLabel label =
          new JLabel(
              "<html><b>"
                  + wording.get("hint." + hint + ".key")
                  + "</b>&nbsp; "
                  + wording.get("hint." + hint)
                  + "</html>");
      label.setFont(Look.font(12));
      label.setForeground(Look.TEXT);
      label.setBorder(BorderFactory.createEmptyBorder(0, 0, Look.scaled(6), 0));
      keys.add(label);
    }
    JPanel row = new JPanel();
    row.setOpaque(false);
    row.setAlignmentX(LEFT_ALIGNMENT);
    row.setLayout(new BoxLayout(row, BoxLayout.X_AXIS));
    schematic.setAlignmentY(TOP_ALIGNMENT);
    keys.setAlignmentY(TOP_ALIGNMENT);
    row.add(schematic);
    row.add(besideSchematic);
    row.add(keys);
    return row;
  }

  /** Shows what there is room for. */
  void fit(Room room) {
    schematic.fit(room);
    keys.setVisible(room.keys());
    besideSchematic.setVisible(room.keys());
  }

  /** What comes next, in one line. */
  String next() {
    return next.getText();
  }

  /** How much of the protocol is done. */
  String progress() {
    return progress.getText();
  }

  /** Protocols by their names. */
  private final class ProtocolRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
      Object text = value instanceof Protocol protocol ? protocol.name(wording.locale()) : value;
      Component cell =
          super.getListCellRendererComponent(list, text, index, isSelected, cellHasFocus);
      cell.setFont(index < 0 ? Look.bold(13) : Look.font(13));
      if (index < 0) {
        cell.setBackground(Look.PAPER);
        cell.setForeground(Look.TEXT);
      } else if (isSelected) {
        cell.setBackground(Look.ACCENT_TINT);
        cell.setForeground(Look.TEXT);
      }
      setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
      return cell;
    }
  }
}
