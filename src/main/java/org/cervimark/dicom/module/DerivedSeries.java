package org.cervimark.dicom.module;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * A series of objects that we write: the General Series, General Equipment and SOP Common modules
 * that they share.
 *
 * @param uid Series Instance UID (0020,000E)
 * @param number Series Number (0020,0011)
 * @param begun when its first object was saved
 */
public record DerivedSeries(String uid, int number, LocalDateTime begun) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmss.SSS", Locale.ROOT);

  /**
   * Writes the modules.
   *
   * @param object the object
   * @param modality Modality (0008,0060)
   * @param description Series Description (0008,103E)
   * @param instance which object of the series it is
   * @param installation who writes it
   */
  public void writeTo(
      Attributes object,
      String modality,
      String description,
      Instance instance,
      Installation installation) {
    object.setString(Tag.SOPClassUID, VR.UI, instance.sopClassUid());
    object.setString(Tag.SOPInstanceUID, VR.UI, instance.sopInstanceUid());
    writeDateTime(object, Tag.InstanceCreationDate, Tag.InstanceCreationTime, instance.savedAt());
    object.setString(Tag.InstanceCreatorUID, VR.UI, installation.deviceUid());
    object.setInt(Tag.InstanceNumber, VR.IS, instance.number());
    object.setString(Tag.Modality, VR.CS, modality);
    object.setString(Tag.SeriesInstanceUID, VR.UI, uid);
    object.setInt(Tag.SeriesNumber, VR.IS, number);
    object.setString(Tag.SeriesDescription, VR.LO, description);
    writeDateTime(object, Tag.SeriesDate, Tag.SeriesTime, begun);
    object.setString(Tag.Manufacturer, VR.LO, Installation.MANUFACTURER);
    object.setString(Tag.ManufacturerModelName, VR.LO, Installation.MANUFACTURER);
    object.setString(Tag.DeviceSerialNumber, VR.LO, installation.serialNumber());
    object.setString(Tag.SoftwareVersions, VR.LO, installation.softwareVersion());
    object.setString(Tag.StationName, VR.SH, installation.stationName());
    installation
        .institution()
        .ifPresent(name -> object.setString(Tag.InstitutionName, VR.LO, name));
  }

  /** Writes a moment as a date and a time to the millisecond. */
  public static void writeDateTime(
      Attributes dataset, int dateTag, int timeTag, LocalDateTime moment) {
    dataset.setString(dateTag, VR.DA, DATE.format(moment));
    dataset.setString(timeTag, VR.TM, TIME.format(moment));
  }

  /**
   * One object of a series.
   *
   * @param sopClassUid SOP Class UID (0008,0016)
   * @param sopInstanceUid SOP Instance UID (0008,0018)
   * @param number Instance Number (0020,0013)
   * @param savedAt when it is saved, to the millisecond
   */
  public record Instance(
      String sopClassUid, String sopInstanceUid, int number, LocalDateTime savedAt) {}
}
