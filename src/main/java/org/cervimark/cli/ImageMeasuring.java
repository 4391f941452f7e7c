package org.cervimark.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.Orientations;
import org.cervimark.reading.ProtocolChoice;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.TableException;

/** Measures one image as ordered; writes nothing, and says what the reader must know. */
final class ImageMeasuring {

  private final Catalogue catalogue;
  private final LandmarkTable table;
  private final MeasureCommand.Orders orders;
  private final Console console;

  ImageMeasuring(
      Catalogue catalogue, LandmarkTable table, MeasureCommand.Orders orders, Console console) {
    this.catalogue = catalogue;
    this.table = table;
    this.orders = orders;
    this.console = console;
  }

  /**
   * The reading of an image.
   *
   * @param only whether it is the only image
   */
  Reading measure(Path image, Radiograph radiograph, boolean only)
      throws TableException, InputException {
    LandmarkSet landmarks = table.landmarks(image, radiograph, only);
    radiograph.notices().forEach(notice -> console.say(image + ": " + notice));
    if (radiograph.pixelFormat().frames() > 1 && orders.frame().isEmpty()) {
      console.tell("measure.frames", image.toString());
    }
    ReadingSession session =
        new ReadingSession(radiograph, catalogue, protocol(image, radiograph, landmarks));
    LandmarkTable.place(landmarks, session);
    orders.scale().applyTo(image, session, console);
    confirm(image, session);
    return session.toReading();
  }

  private Protocol protocol(Path image, Radiograph radiograph, LandmarkSet landmarks)
      throws InputException {
    if (orders.protocol().isPresent()) {
      return orders.protocol().get();
    }
    Optional<Protocol> best = ProtocolChoice.bestFor(catalogue, radiograph.view(), landmarks);
    if (best.isEmpty()) {
      throw new InputException(
          console
              .wording()
              .get("measure.protocol.none", image.toString(), table.file().toString()));
    }
    String reason = radiograph.view().equals(Optional.of(best.get().view())) ? "view" : "landmarks";
    console.tell(
        "measure.protocol." + reason,
        image.toString(),
        best.get().id(),
        radiograph.view().map(View::id).orElse("-"));
    return best.get();
  }

  private void confirm(Path image, ReadingSession session) {
    Radiograph radiograph = session.radiograph();
    Projection projection = session.protocol().view().projection();
    Optional<PatientOrientation> stated =
        projection == Projection.LATERAL
            ? orders.facing().map(PatientOrientation::lateral)
            : orders
                .mirrored()
                .map(
                    mirrored ->
                        projection == Projection.FRONTAL
                            ? PatientOrientation.frontal(mirrored)
                            : PatientOrientation.transverse(mirrored));
    stated.ifPresent(session::confirmOrientation);
    if (projection == Projection.LATERAL
        ? orders.mirrored().isPresent()
        : orders.facing().isPresent()) {
      console.tell("measure.orientation.unused." + OutcomeText.id(projection), image.toString());
    }
    if (stated.isPresent()
        && radiograph.orientation().filter(o -> o.projection() == projection).isPresent()
        && !radiograph.orientation().equals(stated)) {
      console.tell("measure.orientation.header", image.toString());
    }
    if (session.orientation() instanceof Orientations.Unconfirmed unconfirmed) {
      console.tell("measure.orientation." + OutcomeText.id(unconfirmed.reason()), image.toString());
    }
  }
}
