package org.cervimark.dicom.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;

/** A folder with images, a folder for results, and stores on them. */
public final class StoreFixture {

  public static final PersonName READER = PersonName.parse("Lee^Younghee=李^英姬=이^영희");
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T01:02:03.456Z"), ZoneId.of("Asia/Seoul"));

  private final Path root;

  public StoreFixture(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(images());
    Files.createDirectories(target());
  }

  public Path images() {
    return root.resolve("images");
  }

  public Path target() {
    return root.resolve("results");
  }

  public Path installationFile() {
    return root.resolve("config").resolve("installation.properties");
  }

  public Path write(SampleCr image, String name) throws DicomException {
    return image.writeTo(images().resolve(name));
  }

  public FolderStore store() {
    return store(SmallCatalogue.get(), CLOCK);
  }

  public FolderStore store(Catalogue catalogue, Clock clock) {
    return new FolderStore(images(), target(), catalogue, installationFile(), clock);
  }

  /** The files of a kind in the target folder, by name and so by number. */
  public List<Path> written(String kind) throws IOException {
    try (Stream<Path> files = Files.list(target())) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("CerviMark-" + kind))
          .sorted()
          .toList();
    }
  }

  public List<DicomFile> objects(String kind) throws IOException, DicomException {
    List<DicomFile> objects = new ArrayList<>();
    for (Path file : written(kind)) {
      objects.add(DataSetReader.readWhole(file));
    }
    return objects;
  }

  /** The data set of an object. */
  public Attributes object(String kind, String sopInstanceUid) throws IOException, DicomException {
    return objects(kind).stream()
        .map(DicomFile::dataSet)
        .filter(o -> sopInstanceUid.equals(o.getString(Tag.SOPInstanceUID)))
        .findFirst()
        .orElseThrow();
  }

  /** Writes an object that was changed over its file, as another program might have written it. */
  public void replace(DicomFile object) throws IOException, DicomException {
    Files.delete(object.path());
    DataSetWriter.write(object.path(), object.dataSet());
  }

  /** Copies what lies in the target folder into another fixture's. */
  public void copyTo(StoreFixture other) throws IOException {
    try (Stream<Path> files = Files.list(target())) {
      for (Path file : files.toList()) {
        Path copy = other.target().resolve(file.getFileName());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
    if (!Files.exists(other.installationFile())) {
      Files.createDirectories(other.installationFile().getParent());
      Files.copy(installationFile(), other.installationFile());
    }
  }
}
