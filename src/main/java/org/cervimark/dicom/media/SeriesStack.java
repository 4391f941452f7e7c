package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.Reformat;
import org.cervimark.image.Slice;
import org.cervimark.image.SliceStack;
import org.cervimark.image.StoredPixels;

/**
 * The slices of a series as an ordered stack, whose pixels are read only when they are asked for.
 *
 * @param stack the slices in order, and where they lie
 * @param files the file of each slice
 * @param notices sentences on what is unusual about it: gaps, a tilted gantry, what was split off
 */
public record SeriesStack(SliceStack stack, List<Path> files, List<String> notices) {

  private static final int FRAMES_OF_A_FILE = 1 << 20;

  /** Copies the lists. */
  public SeriesStack {
    files = List.copyOf(files);
    notices = List.copyOf(notices);
  }

  /**
   * Sorts the slices of a series into stacks, the largest first; images without a place in the
   * patient are left out, so that a series of projections gives no stack.
   *
   * @throws DicomException if a file with several frames cannot be read any more
   */
  public static List<SeriesStack> of(List<ImageEntry> images) throws DicomException {
    List<Slice> slices = new ArrayList<>();
    Map<Slice, Path> files = new HashMap<>();
    for (ImageEntry image : images) {
      long number = (long) image.instanceNumber().orElse(0) * FRAMES_OF_A_FILE;
      for (Slice slice : slices(image, number)) {
        slices.add(slice);
        files.put(slice, image.file());
      }
    }
    List<SliceStack> stacks = SliceStack.sort(slices);
    List<SeriesStack> result = new ArrayList<>();
    for (SliceStack stack : stacks) {
      result.add(
          new SeriesStack(
              stack,
              stack.slices().stream().map(s -> files.getOrDefault(s, Path.of(""))).toList(),
              notices(stack, slices.size())));
    }
    return result;
  }

  private static List<Slice> slices(ImageEntry image, long number) throws DicomException {
    if (image.radiograph().pixelFormat().frames() > 1) {
      return DicomImages.readSlices(image.file(), number);
    }
    return image.radiograph().plane().stream()
        .map(
            plane ->
                new Slice(
                    image.radiograph().reference(),
                    plane,
                    image.radiograph().columns(),
                    image.radiograph().rows(),
                    number))
        .toList();
  }

  private static List<String> notices(SliceStack stack, int all) {
    List<String> notices = new ArrayList<>();
    int count = stack.slices().size();
    if (count < all) {
      notices.add(DicomMessages.text("stack.split", all, count, all - count));
    }
    if (stack.gaps() > 0) {
      notices.add(DicomMessages.text("stack.gaps", stack.gaps()));
    } else if (!stack.isEven()) {
      notices.add(DicomMessages.text("stack.uneven"));
    }
    if (stack.isTilted()) {
      notices.add(DicomMessages.text("stack.tilted"));
    }
    return notices;
  }

  /**
   * Reads a slice.
   *
   * @param index its place in the stack, from 0
   * @throws DicomException if its pixels cannot be read
   */
  public DicomImage image(int index) throws DicomException {
    return DicomImages.read(files.get(index), stack.slices().get(index).image().frame());
  }

  /**
   * The modality values of a slice, row by row: Hounsfield units of CT.
   *
   * @param index its place in the stack, from 0
   * @throws DicomException if its pixels cannot be read
   */
  public float[] values(int index) throws DicomException {
    DicomImage image = image(index);
    StoredPixels pixels = image.pixels();
    int columns = pixels.format().columns();
    float[] values = new float[columns * pixels.format().rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) image.greyScale().modalityValue(pixels.value(i % columns, i / columns));
    }
    return values;
  }

  /**
   * The modality values on a plane through the stack, row by row.
   *
   * @param outside the value of points that lie in no slice and between no two
   * @throws DicomException if the pixels of a slice cannot be read
   */
  public float[] sample(Reformat reformat, float outside) throws DicomException {
    return reformat.sample(stack, this::values, outside);
  }
}
