package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.Projection;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.geometry.Vector3;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Reformat;
import org.cervimark.image.ScaleSource;
import org.cervimark.image.Slice;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesStackTest {

  private static final int SIZE = 16;
  private static final int FRAMES = 9;

  @TempDir Path folder;

  /** Five real slices: their order and distance against Slice Location (0020,1041) of the maker. */
  @Test
  void realSlicesAreOrderedAsTheirMakerLocatesThem() throws Exception {
    List<SeriesStack> stacks = stacks("98892001/CT5N");
    assertEquals(1, stacks.size());
    SeriesStack stack = stacks.get(0);
    assertEquals(
        List.of(8.7625, 6.2625, 3.7625, 1.2625, -1.2375),
        stack.files().stream().map(SeriesStackTest::location).toList());
    assertEquals(2.5, stack.stack().distance(), 1e-6);
    assertTrue(stack.stack().isEven());
    assertEquals(List.of(), stack.notices());
    assertEquals(ScaleSource.SLICE, stack.image(0).radiograph().scale().source());
  }

  /** Slices 18, 180, 181 and 182 of a scan: between the first two lie 202.5 mm. */
  @Test
  void missingSlicesAreSaid() throws Exception {
    SeriesStack stack = stacks("77654033/CT2").get(0);
    assertEquals(1.25, stack.stack().distance(), 1e-6);
    assertEquals(1, stack.stack().gaps());
    assertEquals(1, stack.notices().size());
    assertTrue(stack.notices().get(0).startsWith("Slices are missing in 1 places"));
  }

  /** A frontal and a lateral scout of one series. */
  @Test
  void scoutsMakeNoStackTogether() throws Exception {
    List<SeriesStack> stacks = stacks("98892001/CT2N");
    assertEquals(List.of(1, 1), stacks.stream().map(s -> s.stack().slices().size()).toList());
    assertEquals(ScaleSource.HEADER, stacks.get(0).image(0).radiograph().scale().source());
  }

  /** Pixels of the real stack where the reformat crosses them, looked up by hand. */
  @Test
  void aReformatOfRealSlicesPassesThroughTheirPixels() throws Exception {
    SeriesStack stack = stacks("98892001/CT5N").get(0);
    Slice first = stack.stack().slices().get(0);
    Vector3 place = first.plane().toPatient(new ImagePoint(5.5, 0.5));
    Reformat sagittal = Reformat.through(stack.stack(), Projection.LATERAL, place.x());
    float[] values = stack.sample(sagittal, Float.NaN);
    DicomImage image = stack.image(0);
    for (int row = 0; row < SIZE; row++) {
      assertEquals(
          image.greyScale().modalityValue(image.pixels().value(5, row)), values[row], 1e-3);
    }
    assertEquals(SIZE, sagittal.columns());
    assertEquals(1 + (int) (10 / sagittal.plane().rowSpacing()), sagittal.rows());
  }

  /** An enhanced MR made by hand: its frames are stored out of order and turned in one group. */
  @Test
  void framesOfAnEnhancedImageAreOrderedByTheirPlanes() throws Exception {
    Path file = folder.resolve("enhanced.dcm");
    DataSetWriter.write(file, enhanced());
    StudyFolder found = StudyFolder.scan(folder);
    List<SeriesStack> stacks = SeriesStack.of(found.images());
    assertEquals(1, stacks.size());
    SeriesStack stack = stacks.get(0);
    assertEquals(
        List.of(9, 7, 5, 3, 1, 2, 4, 6, 8),
        stack.stack().slices().stream().map(s -> s.image().frame()).toList());
    assertEquals(3, stack.stack().distance(), 1e-9);
    assertEquals(0.5, stack.image(0).radiograph().scale().columnSpacing());
    assertEquals(0.75, stack.image(0).radiograph().scale().rowSpacing());
    for (int i = 0; i < FRAMES; i++) {
      Slice slice = stack.stack().slices().get(i);
      assertEquals(100 * slice.image().frame(), stack.image(i).pixels().value(3, 3));
      assertEquals(
          Optional.of(slice.plane()),
          DicomImages.read(file, slice.image().frame()).radiograph().plane());
    }
    Reformat coronal = Reformat.through(stack.stack(), Projection.FRONTAL);
    assertEquals(49, coronal.rows());
  }

  /**
   * A real Enhanced CT, which stores its second slice first: order against In-Stack Position Number
   * (0020,9057), distance against Slice Thickness, all of them in its functional groups.
   */
  @Test
  void framesOfARealEnhancedImageAreOrderedAsItsStackNumbersThem() throws Exception {
    Path file = SharedFiles.get("cornerstone-wado/CT0012.fragmented_no_bot_jpeg_baseline.51.dcm");
    Path copy = Files.copy(file, folder.resolve("enhanced-ct.dcm"));
    SeriesStack stack = SeriesStack.of(StudyFolder.scan(folder).images()).get(0);
    assertEquals(List.of(), stack.notices());
    assertEquals(List.of(copy, copy), stack.files());
    Attributes header = DataSetReader.readHeader(file).dataSet();
    Sequence groups = header.getSequence(Tag.PerFrameFunctionalGroupsSequence);
    Attributes shared = header.getNestedDataset(Tag.SharedFunctionalGroupsSequence);
    for (int i = 0; i < 2; i++) {
      Attributes group = groups.get(stack.stack().slices().get(i).image().frame() - 1);
      assertEquals(
          i + 1,
          group.getNestedDataset(Tag.FrameContentSequence).getInt(Tag.InStackPositionNumber, 0));
      DicomImage image = stack.image(i);
      assertEquals(ScaleSource.SLICE, image.radiograph().scale().source());
      assertEquals(0.388672, image.radiograph().scale().columnSpacing());
      assertEquals(0.388672, image.radiograph().scale().rowSpacing());
      assertEquals(
          image.pixels().value(256, 256) - 1024,
          stack.values(i)[256 * 512 + 256],
          "Rescale Intercept of the shared groups");
    }
    assertEquals(
        shared
            .getNestedDataset(Tag.PixelMeasuresSequence)
            .getDouble(Tag.SliceThickness, Double.NaN),
        stack.stack().distance(),
        1e-6);
  }

  /** highdicom made a segmentation of three of these CT slices: its frames lie where they lie. */
  @Test
  void functionalGroupsOfOthersLieWhereTheirSourceDoes() throws Exception {
    List<Slice> frames =
        DicomImages.readSlices(SharedFiles.get("highdicom/seg_image_ct_binary.dcm"), 0);
    for (int i = 0; i < 3; i++) {
      String slice = List.of("17136", "17166", "17196").get(i);
      assertEquals(
          DicomImages.readHeader(
                  SharedFiles.get("pydicom/test_files/dicomdirtests/77654033/CT2/" + slice))
              .plane(),
          Optional.of(frames.get(i).plane()));
    }
  }

  private static List<SeriesStack> stacks(String name) throws Exception {
    StudyTree tree =
        StudyTree.of(
            StudyFolder.scan(SharedFiles.get("pydicom/test_files/dicomdirtests/" + name)),
            Locale.ENGLISH);
    return SeriesStack.of(tree.patients().get(0).studies().get(0).series().get(0).images());
  }

  private static double location(Path file) {
    try {
      return DataSetReader.readHeader(file).dataSet().getDouble(Tag.SliceLocation, Double.NaN);
    } catch (org.cervimark.dicom.DicomException e) {
      throw new AssertionError(e);
    }
  }

  /** Frame n lies at the middle, below or above it by 3 mm for each, alternately. */
  private static Attributes enhanced() {
    Attributes image = new Attributes();
    image.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.4.1");
    image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.43");
    image.setString(Tag.StudyInstanceUID, VR.UI, "2.25.41");
    image.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.42");
    image.setString(Tag.FrameOfReferenceUID, VR.UI, "2.25.44");
    image.setString(Tag.Modality, VR.CS, "MR");
    image.setString(Tag.PatientID, VR.LO, "T1");
    image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    image.setInt(Tag.SamplesPerPixel, VR.US, 1);
    image.setInt(Tag.Rows, VR.US, SIZE);
    image.setInt(Tag.Columns, VR.US, SIZE);
    image.setInt(Tag.BitsAllocated, VR.US, 16);
    image.setInt(Tag.BitsStored, VR.US, 12);
    image.setInt(Tag.HighBit, VR.US, 11);
    image.setInt(Tag.PixelRepresentation, VR.US, 0);
    image.setInt(Tag.NumberOfFrames, VR.IS, FRAMES);
    Attributes shared = new Attributes();
    image.newSequence(Tag.SharedFunctionalGroupsSequence, 1).add(shared);
    item(shared, Tag.PlaneOrientationSequence)
        .setString(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0");
    Attributes measures = item(shared, Tag.PixelMeasuresSequence);
    measures.setString(Tag.PixelSpacing, VR.DS, "0.75", "0.5");
    measures.setString(Tag.SliceThickness, VR.DS, "5");
    Sequence frames = image.newSequence(Tag.PerFrameFunctionalGroupsSequence, FRAMES);
    ByteBuffer pixels =
        ByteBuffer.allocate(FRAMES * SIZE * SIZE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int n = 1; n <= FRAMES; n++) {
      Attributes frame = new Attributes();
      frames.add(frame);
      int step = n % 2 == 0 ? -n / 2 : n / 2;
      item(frame, Tag.PlanePositionSequence)
          .setString(Tag.ImagePositionPatient, VR.DS, "-4", "-6", Integer.toString(3 * step));
      for (int i = 0; i < SIZE * SIZE; i++) {
        pixels.putShort((short) (100 * n));
      }
    }
    image.setBytes(Tag.PixelData, VR.OW, pixels.array());
    return image;
  }

  private static Attributes item(Attributes of, int sequence) {
    Attributes item = new Attributes();
    of.newSequence(sequence, 1).add(item);
    return item;
  }
}
