package org.cervimark.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.SwingUtilities;
import org.cervimark.anatomy.Projection;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.ReformatFile;
import org.cervimark.dicom.media.SeriesStack;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.Reformat;
import org.cervimark.report.Wording;

/** Opens the slices of a series as a stack of ImageJ, and planes through them as images. */
final class SeriesOpener {

  /** What is done with a stack; takes its time. */
  @FunctionalInterface
  interface Use {
    /** Uses it. */
    void with(SeriesStack stack) throws DicomException, OpeningProgress.CancelledException;
  }

  private final StudyOpener opener;

  SeriesOpener(StudyOpener opener) {
    this.opener = opener;
  }

  /**
   * Finds the largest stack of a folder, or that of the series of a file.
   *
   * @throws DicomException if there are no slices
   */
  SeriesStack find(Path asked, OpeningProgress progress)
      throws DicomException, OpeningProgress.CancelledException {
    boolean ofFile = Files.isRegularFile(asked) && !StudyFolder.isMediaDirectory(asked);
    Path root = ofFile ? Objects.requireNonNull(asked.toAbsolutePath().getParent()) : asked;
    StudyFolder folder = progress.orCancelled(StudyFolder.scan(root, opener.catalogue(), progress));
    Map<String, List<ImageEntry>> series = new LinkedHashMap<>();
    Optional<String> wanted = Optional.empty();
    for (ImageEntry entry : folder.images()) {
      String uid = entry.radiograph().reference().seriesInstanceUid();
      series.computeIfAbsent(uid, u -> new ArrayList<>()).add(entry);
      if (ofFile && entry.file().getFileName().equals(asked.getFileName())) {
        wanted = Optional.of(uid);
      }
    }
    Optional<SeriesStack> largest = Optional.empty();
    for (Map.Entry<String, List<ImageEntry>> one : series.entrySet()) {
      if (!ofFile || wanted.equals(Optional.of(one.getKey()))) {
        progress.check();
        for (SeriesStack stack : SeriesStack.of(one.getValue())) {
          if (largest.isEmpty() || stack.files().size() > largest.get().files().size()) {
            largest = Optional.of(stack);
          }
        }
      }
    }
    return largest.orElseThrow(
        () -> new DicomException(wording().get("series.none", asked.toString())));
  }

  /** How many slices there are in the images of a series, frames counted. */
  static int slices(List<ImageEntry> series) {
    return series.stream()
        .filter(entry -> entry.radiograph().plane().isPresent())
        .mapToInt(entry -> entry.radiograph().pixelFormat().frames())
        .sum();
  }

  /** Uses the largest stack of some images, on a thread of its own; tells of problems. */
  void later(List<ImageEntry> images, Use use) {
    Thread thread =
        new Thread(
            () -> {
              try {
                List<SeriesStack> stacks = SeriesStack.of(images);
                if (stacks.isEmpty()) {
                  throw new DicomException(
                      wording().get("series.none", images.get(0).file().toString()));
                }
                use.with(stacks.get(0));
              } catch (DicomException e) {
                tell(Objects.requireNonNullElse(e.getMessage(), e.toString()));
              } catch (OpeningProgress.CancelledException e) {
                IJ.showStatus(wording().get("open.cancelled"));
              }
            },
            "CerviMark opens slices");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Shows a stack, without a display only to macros; what is unusual about it is told in ImageJ's
   * log.
   */
  void show(SeriesStack stack) throws DicomException {
    String name = Objects.requireNonNull(stack.files().get(0).getFileName()).toString();
    ImagePlus image = SeriesImages.of(stack, wording().get("series.title", name));
    stack.notices().forEach(IJ::log);
    if (GraphicsEnvironment.isHeadless()) {
      WindowManager.setTempCurrentImage(image);
    } else {
      SwingUtilities.invokeLater(image::show);
    }
  }

  /**
   * Writes a plane through a stack beside the slices, once.
   *
   * @param position where it cuts the patient's axis, millimetres; the middle if empty
   * @return its file
   * @throws DicomException if there is no such plane or it cannot be written
   */
  Path write(SeriesStack stack, Projection projection, OptionalDouble position)
      throws DicomException {
    if (stack.files().size() < 2) {
      throw new DicomException(wording().get("series.single", stack.files().get(0).toString()));
    }
    double lowest = Reformat.lowest(stack.stack(), projection);
    double highest = Reformat.highest(stack.stack(), projection);
    double at = position.orElse((lowest + highest) / 2);
    if (!(at >= lowest && at <= highest)) {
      throw new DicomException(
          wording()
              .get(
                  "series.outside",
                  Double.toString(at),
                  Double.toString(lowest),
                  Double.toString(highest)));
    }
    return ReformatFile.write(
        stack, Reformat.through(stack.stack(), projection, at), opener.resultsOf(stack));
  }

  private void tell(String sentence) {
    SwingUtilities.invokeLater(
        () -> ProblemWindow.show(List.of(sentence), Optional.empty(), wording()));
  }

  private Wording wording() {
    return opener.wording();
  }
}
