package org.cervimark.dicom.sr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.ReportClass;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.Uids;
import org.cervimark.geometry.Point2;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientFrame;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.PersonName;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.image.Study;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyFilms;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.TimePoint;
import org.cervimark.reading.Verification;

/** Studies with everything that a report can hold, drawn by lot over the whole catalogue. */
public final class RandomStudy {

  private static final double SPACING = 0.3;
  private static final Installation INSTALLATION =
      new Installation(
          "2.25.7", "ROOM-1", Optional.of("Test hospital"), "1", ReportClass.COMPREHENSIVE);

  private final Catalogue catalogue;
  private final Random lot;
  private final List<SampleCr> images = new ArrayList<>();
  private final StudyReport report;

  /** A study of one to four images. */
  public RandomStudy(Random lot, Catalogue catalogue) {
    this.lot = lot;
    this.catalogue = catalogue;
    this.report = draw();
  }

  /** What it says. */
  public StudyReport report() {
    return report;
  }

  /** The data set of its report. */
  public Attributes dataSet() {
    Map<ImageKey, ImageContext> contexts = new HashMap<>();
    for (Reading reading : report.readings()) {
      contexts.put(
          ImageKey.of(reading.image()),
          new ImageContext(false, Optional.empty(), Optional.empty()));
    }
    return new SrWriter(catalogue)
        .write(
            new SrRevision(
                report,
                new DerivedSeries(report.lineage(), 901, report.savedAt()),
                List.of(),
                contexts,
                images.get(0).header(),
                INSTALLATION));
  }

  /** Writes its report. */
  public Path write(Path file) throws DicomException {
    DataSetWriter.write(file, dataSet());
    return file;
  }

  /** What a file says, as far as a reading of the study goes. */
  public static StudyReport read(Path file, Catalogue catalogue) throws Exception {
    if (!Files.exists(file)) {
      throw new AssertionError("no file: " + file);
    }
    return new SrReader(catalogue).read(DataSetReader.readWhole(file)).orElseThrow().report();
  }

  /** Whether another report says the same, bit for bit. */
  public boolean saysTheSameAs(StudyReport other) {
    return report.equals(other);
  }

  private StudyReport draw() {
    int count = 1 + lot.nextInt(3);
    List<Reading> readings = new ArrayList<>();
    SampleCr first = new SampleCr();
    for (int i = 0; i < count; i++) {
      SampleCr image = i == 0 ? first : SampleCr.ofSameStudy(first);
      images.add(image);
      readings.add(lot.nextInt(3) == 0 ? SampleReading.random(image, lot, catalogue) : neck(image));
    }
    LocalDateTime savedAt = LocalDateTime.of(2026, 1, 15, 10, 2, 3, 456_000_000);
    Reading of = readings.get(0);
    return new StudyReport(
        of.image().studyInstanceUid(),
        new org.cervimark.image.Patient(
            PersonName.parse("Hong^Gildong=洪^吉洞=홍^길동"),
            "TEST-0001",
            Optional.of(images.get(0).header().getString(org.aoju.bus.image.Tag.PatientBirthDate)),
            Optional.of(images.get(0).header().getString(org.aoju.bus.image.Tag.PatientSex))),
        new Study(
            Optional.ofNullable(images.get(0).header().getString(org.aoju.bus.image.Tag.StudyDate)),
            Optional.ofNullable(images.get(0).header().getString(org.aoju.bus.image.Tag.StudyTime)),
            Optional.ofNullable(
                images.get(0).header().getString(org.aoju.bus.image.Tag.StudyDescription))),
        Uids.random(),
        Uids.random(),
        1,
        List.of(),
        savedAt,
        PersonName.parse("Lee^Younghee=李^英姬=이^영희"),
        catalogue.version(),
        readings,
        StudyFilms.of(readings).values(catalogue),
        remarks(),
        lot.nextInt(3) == 0
            ? Optional.of(
                new Verification(
                    PersonName.parse("Park^Minsu"),
                    "Test hospital",
                    OffsetDateTime.parse("2026-01-15T10:03:03.456+09:00")))
            : Optional.empty());
  }

  private StudyRemarks remarks() {
    List<String> findings = new ArrayList<>();
    for (int i = lot.nextInt(3); i > 0; i--) {
      findings.add(lot.nextBoolean() ? "Osteophyte at C5 \\ C6." : "경추 전만 소실\n둘째 줄");
    }
    return new StudyRemarks(
        findings,
        lot.nextBoolean() ? Optional.of("Review in 6 weeks.") : Optional.empty(),
        lot.nextBoolean()
            ? Optional.of(
                new TimePoint(
                    "Week 6",
                    lot.nextBoolean()
                        ? Optional.of(pick(TimePoint.Type.values()))
                        : Optional.empty()))
            : Optional.empty());
  }

  /** A neck as it is drawn, a little other each time, so that most measurements have a value. */
  private Reading neck(SampleCr image) {
    View view = pick(View.values());
    PatientOrientation orientation =
        switch (view.projection()) {
          case LATERAL ->
              PatientOrientation.lateral(lot.nextBoolean() ? Facing.LEFT : Facing.RIGHT);
          case FRONTAL -> PatientOrientation.frontal(lot.nextBoolean());
          case TRANSVERSE -> PatientOrientation.transverse(lot.nextBoolean());
        };
    Scale scale =
        lot.nextInt(4) == 0
            ? Scale.unknown(1)
            : Scale.millimetres(SPACING, SPACING, ScaleSource.FIDUCIAL);
    PatientFrame frame =
        PatientFrame.of(Scale.millimetres(SPACING, SPACING, ScaleSource.FIDUCIAL), orientation);
    Map<Landmark, ImagePoint> points = new HashMap<>();
    for (Landmark landmark : catalogue.landmarks().all()) {
      Point2 template = landmark.templates().get(view.projection());
      if (template != null && lot.nextInt(25) > 0) {
        points.put(
            landmark,
            frame.toImage(
                new Point2(template.u() + lot.nextGaussian(), template.v() + lot.nextGaussian())));
      }
    }
    double left = points.values().stream().mapToDouble(ImagePoint::column).min().orElse(0) - 5;
    double top = points.values().stream().mapToDouble(ImagePoint::row).min().orElse(0) - 5;
    List<Placement> placements = new ArrayList<>();
    points.forEach(
        (landmark, point) -> {
          ImagePoint moved = new ImagePoint(point.column() - left, point.row() - top);
          if (moved.isWithin(SampleCr.COLUMNS - 1, SampleCr.ROWS - 1)) {
            placements.add(
                Placement.at(
                    landmark.id(),
                    moved,
                    lot.nextInt(8) == 0 ? Visibility.UNCERTAIN : Visibility.CLEAR));
          }
        });
    return SampleReading.of(
        image,
        LandmarkSet.of(placements),
        scale,
        catalogue,
        view,
        Optional.of(orientation),
        Optional.of(OrientationSource.READER));
  }

  private <T> T pick(T[] values) {
    return values[lot.nextInt(values.length)];
  }
}
