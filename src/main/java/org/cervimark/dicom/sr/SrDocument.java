package org.cervimark.dicom.sr;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.cervimark.reading.StudyReport;

/** A report of ours as read: what it says, and what the next revision must carry on. */
public final class SrDocument {

  /**
   * Who wrote a document, as far as it decides in which series the next one belongs.
   *
   * @param manufacturer Manufacturer (0008,0070)
   * @param model Manufacturer's Model Name (0008,1090)
   * @param serialNumber Device Serial Number (0018,1000)
   * @param softwareVersion Software Versions (0018,1020)
   */
  public record Equipment(
      String manufacturer, String model, String serialNumber, String softwareVersion) {}

  /**
   * The series a document belongs to, besides its UID.
   *
   * @param number Series Number
   * @param begun Series Date and Time
   */
  public record SeriesFacts(int number, LocalDateTime begun) {}

  private final StudyReport report;
  private final String sopClassUid;
  private final SeriesFacts series;
  private final Equipment equipment;
  private final Set<String> predecessors;
  private final Map<ImageKey, ImageContext> images;
  private final List<LandmarkGroup> landmarkGroups;
  private final List<MeasurementGroup> measurementGroups;
  private final KeptItems kept;
  private final boolean complete;
  private final SortedSet<String> unknownCodes;
  private final List<String> notices;

  SrDocument(
      StudyReport report,
      String sopClassUid,
      SeriesFacts series,
      Equipment equipment,
      Set<String> predecessors,
      SrContent content) {
    this.report = report;
    this.sopClassUid = sopClassUid;
    this.series = series;
    this.equipment = equipment;
    this.predecessors = Set.copyOf(predecessors);
    this.images = content.contexts();
    this.landmarkGroups = content.landmarkGroups();
    this.measurementGroups = content.measurementGroups();
    this.kept = content.kept();
    this.complete = content.isComplete();
    this.unknownCodes = content.unknownCodes();
    this.notices = content.notices();
  }

  /** What it says. */
  public StudyReport report() {
    return report;
  }

  /** Its SOP Class UID. */
  public String sopClassUid() {
    return sopClassUid;
  }

  /** Number and beginning of its series. */
  public SeriesFacts series() {
    return series;
  }

  /** Who wrote it. */
  public Equipment equipment() {
    return equipment;
  }

  /** SOP Instance UIDs of the revisions it replaces. */
  public Set<String> predecessors() {
    return predecessors;
  }

  /** What it knows of an image besides the reading; it does not know the spacing of the header. */
  public Optional<ImageContext> image(ImageKey key) {
    return Optional.ofNullable(images.get(key));
  }

  /**
   * Whether all its images can be read, so that a next revision loses none; what is written about
   * them and not understood is kept as it is.
   */
  public boolean isContinuable() {
    return complete;
  }

  /** Codes of ours that the catalogue in force does not know; what has them is kept as it is. */
  public SortedSet<String> unknownCodes() {
    return unknownCodes;
  }

  /** Sentences on what in it contradicts itself. The landmarks count; copies of them do not. */
  public List<String> notices() {
    return notices;
  }

  KeptItems kept() {
    return kept;
  }

  List<LandmarkGroup> landmarkGroups() {
    return landmarkGroups;
  }

  List<MeasurementGroup> measurementGroups() {
    return measurementGroups;
  }
}
