package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.InstallationFile;
import org.cervimark.dicom.sr.KeyObjectWriter;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.Uids;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;

/** Keeps Key Objects beside the reports that they point at. */
public final class KeyObjectStore {

  private static final int SERIES = 903;
  private static final int UID_DIGITS = 8;

  private final Catalogue catalogue;
  private final Path installationFile;
  private final Clock clock;

  /**
   * A store.
   *
   * @param catalogue gives landmarks and measurements their codes
   * @param installationFile where the program remembers who it is
   * @param clock tells when something is saved
   */
  public KeyObjectStore(Catalogue catalogue, Path installationFile, Clock clock) {
    this.catalogue = catalogue;
    this.installationFile = installationFile;
    this.clock = clock;
  }

  /**
   * Writes a Key Object for a report as a new object of its study; nothing that exists is changed.
   *
   * @param images where the images lie
   * @param folder where the report lies, and where the object is written
   * @return the file
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  public Path store(Path images, Path folder, StudyReport report) throws StoreException {
    try {
      SaveConditions.requireWritable(folder);
      StudyIndex index =
          StudyIndex.of(
              List.of(images, folder), report.studyInstanceUid(), new SrReader(catalogue));
      SrDocument document =
          index
              .report(report.documentUid())
              .orElseThrow(() -> new DicomException(DicomMessages.text("store.no-report", folder)));
      Attributes image =
          index
              .anyImage()
              .orElseThrow(() -> new DicomException(DicomMessages.text("store.no-image", images)))
              .dataSet();
      Installation installation = InstallationFile.load(installationFile);
      SaveTime now = SaveTime.of(clock, image);
      Optional<StudyIndex.OwnSeries> earlier = index.keyObjects(installation);
      DerivedSeries series =
          earlier
              .map(s -> RevisionPlan.series(s.first(), now.local()))
              .orElseGet(
                  () ->
                      new DerivedSeries(
                          Uids.random(), index.freeSeriesNumber(SERIES), now.local()));
      DerivedSeries.Instance instance =
          new DerivedSeries.Instance(
              KeyObjectWriter.SOP_CLASS_UID,
              Uids.random(),
              earlier.map(StudyIndex.OwnSeries::highestInstance).orElse(0) + 1,
              now.local());
      String uid = instance.sopInstanceUid();
      Path target =
          folder.resolve(
              String.format(
                  Locale.ROOT,
                  "CerviMark-KO-%04d-%s.dcm",
                  instance.number(),
                  uid.substring(Math.max(0, uid.length() - UID_DIGITS))));
      DataSetWriter.write(
          target, KeyObjectWriter.write(document, image, series, instance, installation));
      return target;
    } catch (DicomException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }
}
