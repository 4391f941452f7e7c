package org.cervimark.imagej;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.Direction;
import org.cervimark.image.Facing;
import org.cervimark.image.PatientOrientation;
import org.cervimark.reading.Orientations;
import org.cervimark.report.Wording;

/**
 * Asks how the patient lies on the image while that is not certain; until it is answered there are
 * no values. The proposed answer stands out, but is never taken without a click.
 */
@SuppressWarnings("serial")
final class OrientationBar extends JPanel {

  private final ViewerModel model;
  private final Wording wording;
  private final WrappedText question = new WrappedText(Look.bold(12), Look.NEXT, 2);
  private final WrappedText reason = new WrappedText(Look.font(11), Look.NEXT, 2);
  private final FlatButton left = new FlatButton("◂", "");
  private final FlatButton right = new FlatButton("▸", "");

  OrientationBar(ViewerModel model, Wording wording) {
    super(new BorderLayout(0, Look.scaled(4)));
    this.model = model;
    this.wording = wording;
    setName("orientation");
    left.setName("orientation-left");
    right.setName("orientation-right");
    setAlignmentX(LEFT_ALIGNMENT);
    setBackground(Look.NEXT_TINT);
    int pad = Look.scaled(8);
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(Look.NEXT_EDGE),
            BorderFactory.createEmptyBorder(pad, pad, pad, pad)));
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, Look.scaled(6), 0));
    buttons.setOpaque(false);
    buttons.add(left);
    buttons.add(right);
    add(question, BorderLayout.NORTH);
    add(reason, BorderLayout.CENTER);
    add(buttons, BorderLayout.SOUTH);
    left.addActionListener(e -> model.session().confirmOrientation(answer(true)));
    right.addActionListener(e -> model.session().confirmOrientation(answer(false)));
    update();
  }

  /** Shows the question, or hides. */
  void update() {
    if (model.session().orientation() instanceof Orientations.Unconfirmed unconfirmed) {
      boolean lateral = projection() == Projection.LATERAL;
      question.setText(wording.get(lateral ? "orientation.facing" : "orientation.side"));
      left.setText(wording.get(lateral ? "orientation.facesLeft" : "orientation.markerLeft"));
      right.setText(wording.get(lateral ? "orientation.facesRight" : "orientation.markerRight"));
      Optional<PatientOrientation> proposal = unconfirmed.proposal();
      left.setPrimary(proposal.filter(p -> p.row() == answer(true).row()).isPresent());
      right.setPrimary(proposal.filter(p -> p.row() == answer(false).row()).isPresent());
      reason.setText(
          wording.get("orientation.reason." + unconfirmed.reason().name())
              + proposal.map(p -> " " + wording.get("orientation.proposal")).orElse(""));
      setVisible(true);
    } else {
      setVisible(false);
    }
  }

  /**
   * The orientation that an answer means: the patient faces left, or the right-side marker is on
   * the left.
   */
  private PatientOrientation answer(boolean leftButton) {
    return switch (projection()) {
      case LATERAL -> PatientOrientation.lateral(leftButton ? Facing.LEFT : Facing.RIGHT);
      case FRONTAL -> PatientOrientation.frontal(!leftButton);
      case TRANSVERSE -> PatientOrientation.transverse(!leftButton);
    };
  }

  private Projection projection() {
    return model.session().protocol().view().projection();
  }

  /** What the image says of its orientation, in a few words for the corner of the canvas. */
  static String words(ViewerModel model, Wording wording) {
    if (!(model.session().orientation() instanceof Orientations.Known known)) {
      return wording.get("orientation.unconfirmed");
    }
    String what;
    if (known.orientation().projection() == Projection.LATERAL) {
      what =
          known
              .orientation()
              .facing()
              .map(
                  f -> wording.get(f == Facing.LEFT ? "orientation.isLeft" : "orientation.isRight"))
              .orElse(wording.get("orientation.known"));
    } else {
      what =
          wording.get(
              known.orientation().row() == Direction.LEFT
                  ? "orientation.standard"
                  : known.orientation().row() == Direction.RIGHT
                      ? "orientation.mirrored"
                      : "orientation.known");
    }
    return what + " (" + wording.get("orientation.source." + known.source().name()) + ")";
  }
}
