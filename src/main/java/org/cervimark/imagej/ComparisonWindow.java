package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.followup.Bone;
import org.cervimark.followup.Superimposition;
import org.cervimark.followup.ValuePair;
import org.cervimark.report.Wording;

/** Two films of a study folder, their landmarks and their values beside each other. */
@SuppressWarnings("serial")
final class ComparisonWindow extends JFrame {

  private static final int NARROW = 1200;

  private final transient Comparison comparison;
  private final transient StudySessions study;
  private final transient Wording wording;
  private final transient StudyWords words;
  private final transient Executor background;
  private final transient Executor eventThread;
  private final transient Dialogs dialogs;
  private final JComboBox<ImageEntry> others = new JComboBox<>();
  private final JComboBox<Bone> bones = new JComboBox<>();
  private final JLabel statement = new JLabel();
  private final JTextArea facts = new JTextArea(7, 30);
  private final transient ComparisonTable rows;
  private boolean updating;

  ComparisonWindow(Comparison comparison, StudySessions study, ViewerParts parts, Dialogs dialogs) {
    super(parts.settings().wording().get("compare.window"));
    this.comparison = comparison;
    this.study = study;
    this.wording = parts.settings().wording();
    this.words = new StudyWords(parts.settings().wording());
    this.background = parts.background();
    this.eventThread = parts.eventThread();
    this.dialogs = dialogs;
    this.rows = new ComparisonTable(parts.text(), wording);
    setName("compare");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    ComparisonView view = new ComparisonView(comparison, words);
    add(bar(), BorderLayout.NORTH);
    add(view, BorderLayout.CENTER);
    JPanel values = values();
    add(values, BorderLayout.EAST);
    comparison.onChange(this::update);
    keys();
    update();
    pack();
    Rectangle screen = getGraphicsConfiguration().getBounds();
    setSize(Math.min(getWidth(), screen.width), Math.min(getHeight(), screen.height * 19 / 20));
    if (getWidth() < Look.scaled(NARROW)) {
      stack(values);
    }
  }

  /** On a narrow screen the values stand below the films. */
  private void stack(JPanel values) {
    facts.setRows(2);
    values.setPreferredSize(new Dimension(getWidth(), getHeight() * 2 / 5));
    add(values, BorderLayout.SOUTH);
    validate();
  }

  /** What it shows. */
  Comparison comparison() {
    return comparison;
  }

  /** Shows the window before another. */
  void showBefore(Component parent) {
    setLocationRelativeTo(parent);
    setVisible(true);
  }

  private JPanel bar() {
    JPanel bar = new JPanel(new FlowLayout(FlowLayout.LEFT, 8, 8));
    bar.setBackground(Look.BAR);
    others.setName("compare-other");
    FormPanel.dress(others);
    for (ImageEntry entry : study.images()) {
      if (!entry.equals(comparison.base().entry())) {
        others.addItem(entry);
      }
    }
    others.setSelectedItem(comparison.other().entry());
    others.setRenderer(
        new Named(
            value ->
                value instanceof ImageEntry e
                    ? words.date(e.radiograph()) + " · " + words.view(e.radiograph())
                    : ""));
    others.addActionListener(e -> compareWith((ImageEntry) others.getSelectedItem()));
    bones.setName("compare-bone");
    FormPanel.dress(bones);
    bones.setRenderer(new Named(value -> value instanceof Bone b ? b.label() : "–"));
    bones.addActionListener(
        e -> {
          if (!updating && bones.getSelectedItem() instanceof Bone bone) {
            comparison.layBy(bone);
          }
        });
    bar.add(label("compare.with"));
    bar.add(others);
    bar.add(button("beside", "1", () -> comparison.lay(Comparison.Layout.BESIDE)));
    bar.add(button("over", "2", () -> comparison.lay(Comparison.Layout.OVER)));
    bar.add(label("compare.bone"));
    bar.add(bones);
    bar.add(button("blink", "B", comparison::blink));
    bar.add(button("fit", "F", comparison::showWhole));
    return bar;
  }

  private JLabel label(String key) {
    JLabel label = new JLabel(wording.get(key));
    label.setFont(Look.font(12));
    label.setForeground(Look.TEXT);
    return label;
  }

  private FlatButton button(String id, String key, Runnable action) {
    FlatButton button = new FlatButton(wording.get("compare." + id), key);
    button.setName("compare-" + id);
    button.setFocusable(false);
    button.addActionListener(e -> action.run());
    return button;
  }

  private JPanel values() {
    JTable table = ValueTable.of(rows);
    table.setName("compare-values");
    table.getSelectionModel().addListSelectionListener(e -> facts(rows.at(table.getSelectedRow())));
    facts.setName("compare-facts");
    facts.setEditable(false);
    facts.setLineWrap(true);
    facts.setWrapStyleWord(true);
    facts.setFont(Look.font(12));
    facts.setBackground(Look.PAPER);
    facts.setForeground(Look.MUTED);
    facts.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(1, 0, 0, 0, Look.RULE),
            BorderFactory.createEmptyBorder(8, 10, 8, 10)));
    facts.setText(wording.get("compare.facts"));
    statement.setName("compare-statement");
    statement.setFont(Look.font(12));
    statement.setForeground(Look.TEXT);
    statement.setBorder(BorderFactory.createEmptyBorder(10, 10, 10, 10));
    JPanel panel = new JPanel(new BorderLayout());
    panel.setBackground(Look.PAPER);
    panel.setPreferredSize(new Dimension(Look.scaled(690), Look.scaled(600)));
    panel.add(statement, BorderLayout.NORTH);
    JScrollPane scroll = ThinScrollBar.pane(table);
    scroll.setColumnHeaderView(table.getTableHeader());
    scroll.getColumnHeader().setBackground(Look.PAPER);
    panel.add(scroll, BorderLayout.CENTER);
    panel.add(facts, BorderLayout.SOUTH);
    return panel;
  }

  /** What the catalogue says of how well a value is reproduced; no more is said of a change. */
  private void facts(Optional<ValuePair> pair) {
    List<String> lines =
        pair.map(
                p ->
                    p.measurement().reliability().stream()
                        .map(s -> "• " + s.statement().in(wording.locale()))
                        .toList())
            .orElse(List.of());
    facts.setText(
        lines.isEmpty()
            ? wording.get(pair.isEmpty() ? "compare.facts" : "compare.noFacts")
            : String.join("\n", lines));
  }

  private void keys() {
    key(KeyEvent.VK_1, () -> comparison.lay(Comparison.Layout.BESIDE));
    key(KeyEvent.VK_2, () -> comparison.lay(Comparison.Layout.OVER));
    key(KeyEvent.VK_B, comparison::blink);
    key(KeyEvent.VK_F, comparison::showWhole);
    key(KeyEvent.VK_ESCAPE, this::dispose);
  }

  private void key(int code, Runnable action) {
    getRootPane()
        .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
        .put(KeyStroke.getKeyStroke(code, 0), code);
    getRootPane()
        .getActionMap()
        .put(
            code,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent e) {
                action.run();
              }
            });
  }

  private void compareWith(ImageEntry entry) {
    if (updating || entry.equals(comparison.other().entry())) {
      return;
    }
    background.execute(
        () -> {
          try {
            DicomImage image = DicomImages.read(entry.file(), 1);
            eventThread.execute(
                () -> comparison.compareWith(Comparison.Side.of(study, entry, image)));
          } catch (DicomException e) {
            eventThread.execute(() -> dialogs.problem(String.valueOf(e.getMessage())));
          }
        });
  }

  private void update() {
    updating = true;
    others.setSelectedItem(comparison.other().entry());
    DefaultComboBoxModel<Bone> choices = new DefaultComboBoxModel<>();
    comparison.bones().forEach(choices::addElement);
    comparison.bone().ifPresent(choices::setSelectedItem);
    bones.setModel(choices);
    bones.setEnabled(choices.getSize() > 0);
    updating = false;
    statement.setText("<html>" + statement(comparison.superimposition()) + "</html>");
    rows.show(comparison.values());
  }

  /** How the films were laid over each other, and what that allows to be said. */
  private String statement(Superimposition superimposition) {
    if (superimposition instanceof Superimposition.Refused refused) {
      return wording.get("compare.refused." + refused.reason().name());
    }
    Superimposition.Registered laid = (Superimposition.Registered) superimposition;
    String unit = laid.base().scale().lengthUnit().suffix();
    return wording.get(
        "compare.sizing." + laid.sizing().name(),
        laid.bone().label(),
        Integer.toString(laid.landmarks()),
        laid.base().scale().lengthUnit().format(laid.residual()) + unit);
  }

  /** Shows values of a list by a name of their own. */
  private static final class Named extends DefaultListCellRenderer {

    private final transient Function<Object, String> name;

    Named(Function<Object, String> name) {
      this.name = name;
    }

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String shown = value == null ? "–" : name.apply(value);
      Component cell = super.getListCellRendererComponent(list, shown, index, selected, false);
      boolean chosen = index < 0 || !selected;
      cell.setBackground(chosen ? Look.PAPER : Look.ACCENT_TINT);
      cell.setForeground(Look.TEXT);
      setBorder(BorderFactory.createEmptyBorder(4, 7, 4, 7));
      return cell;
    }
  }
}
