package org.cervimark.dicom.toolkit;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aoju.bus.image.Tag;

/**
 * Many films with the header of one, which differ in their UIDs. Their pixels are black and take no
 * room on a disk that knows holes; they are as long as those of the film.
 */
public final class BenchmarkFilms {

  private static final int DIGITS = 6;
  private static final int FIRST = 100_000;

  private BenchmarkFilms() {}

  /** Writes so many films after one; their names count from 100000. */
  public static void write(Path film, Path folder, int count) throws Exception {
    DicomFile dicom = DataSetReader.readHeader(film);
    long start = dicom.pixelData().orElseThrow().position();
    byte[] header = Arrays.copyOf(Files.readAllBytes(film), Math.toIntExact(start));
    List<byte[]> uids =
        List.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID).stream()
            .map(tag -> dicom.dataSet().getString(tag).getBytes(StandardCharsets.US_ASCII))
            .toList();
    for (int i = 0; i < count; i++) {
      byte[] own = header.clone();
      byte[] number = Integer.toString(FIRST + i).getBytes(StandardCharsets.US_ASCII);
      for (byte[] uid : uids) {
        byte[] renamed = uid.clone();
        System.arraycopy(number, 0, renamed, uid.length - DIGITS, DIGITS);
        replace(own, uid, renamed);
      }
      Path file = folder.resolve(name(i));
      Files.write(file, own);
      try (RandomAccessFile rest = new RandomAccessFile(file.toFile(), "rw")) {
        rest.setLength(Files.size(film));
      }
    }
  }

  /** The name of a film. */
  public static String name(int i) {
    return String.format(Locale.ROOT, "%d.dcm", FIRST + i);
  }

  /** Opens a film and reads its header, and does nothing with it. */
  public static int read(Path file) throws Exception {
    return DataSetReader.readHeader(file).dataSet().size();
  }

  private static void replace(byte[] bytes, byte[] old, byte[] other) {
    for (int at = 0; at + old.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
        System.arraycopy(other, 0, bytes, at, other.length);
      }
    }
  }
}
