package org.cervimark.dicom.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.ToolkitCall;

/**
 * The files that a DICOMDIR (PS3.3 F.3) lists. Its records are taken in the order in which they are
 * stored: the byte offsets that link them say nothing more of which files there are, and in damaged
 * directories lead astray or round in circles.
 *
 * @param files the listed files that are there, without repetition
 * @param missing how many others it lists
 */
record MediaDirectory(List<Path> files, int missing) {

  private static final String NAME = "DICOMDIR";
  private static final int INACTIVE = 0;

  MediaDirectory {
    files = List.copyOf(files);
  }

  /** Whether a file is one by its name. */
  static boolean isNamedSo(Path file) {
    return String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT).startsWith(NAME);
  }

  /**
   * Reads a directory.
   *
   * @throws DicomException if it cannot be read or lists nothing
   */
  static MediaDirectory read(Path file) throws DicomException {
    return ToolkitCall.reading(file, () -> listed(file));
  }

  private static MediaDirectory listed(Path file) throws DicomException {
    List<Elements> records =
        new Elements(DataSetReader.readWhole(file).dataSet()).items(Tag.DirectoryRecordSequence);
    Path root = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    Names names = new Names();
    Set<Path> files = new LinkedHashSet<>();
    int missing = 0;
    for (Elements record : records) {
      List<String> id = record.texts(Tag.ReferencedFileID);
      if (!id.isEmpty() && isInUse(record)) {
        Optional<Path> found = names.resolve(root, id);
        found.ifPresent(files::add);
        missing += found.isPresent() ? 0 : 1;
      }
    }
    if (files.isEmpty() && missing == 0) {
      throw new DicomException(DicomMessages.text("directory.empty", file));
    }
    return new MediaDirectory(new ArrayList<>(files), missing);
  }

  private static boolean isInUse(Elements record) {
    OptionalInt flag = record.integer(Tag.RecordInUseFlag);
    return flag.isEmpty() || flag.getAsInt() != INACTIVE;
  }

  /**
   * Finds files whose names lost their case, or gained the version or the dot of ISO 9660, on their
   * way from a disc.
   */
  private static final class Names {

    private final Map<Path, Map<String, Path>> folders = new HashMap<>();

    Optional<Path> resolve(Path root, List<String> components) {
      Path path = root;
      for (String component : components) {
        Optional<Path> next = child(path, component);
        if (next.isEmpty()) {
          return next;
        }
        path = next.get();
      }
      return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    private Optional<Path> child(Path folder, String name) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        return Optional.empty();
      }
      // Only what the folder itself lists: no component leads out of the medium.
      return Optional.ofNullable(
          folders.computeIfAbsent(folder, Names::list).get(simplified(name)));
    }

    private static Map<String, Path> list(Path folder) {
      Map<String, Path> children = new HashMap<>();
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .sorted()
            .forEach(p -> children.putIfAbsent(simplified(String.valueOf(p.getFileName())), p));
      } catch (IOException e) {
        // What cannot be listed is missing, and is counted as such.
        return children;
      }
      return children;
    }

    private static String simplified(String name) {
      String upper = name.toUpperCase(Locale.ROOT);
      int version = upper.indexOf(';');
      String plain = version > 0 ? upper.substring(0, version) : upper;
      return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
  }
}
