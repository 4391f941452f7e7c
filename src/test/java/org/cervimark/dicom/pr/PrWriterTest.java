package org.cervimark.dicom.pr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.ReportClass;
import org.cervimark.image.PersonName;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.Reading;
import org.junit.jupiter.api.Test;

class PrWriterTest {

  private final SampleCr image = new SampleCr();

  @Test
  void greyScaleIsThatOfTheImage() {
    Attributes state = written(SampleReading.example(image));

    assertEquals("IDENTITY", state.getString(Tag.PresentationLUTShape));
    assertEquals("1", state.getString(Tag.RescaleSlope));
    Attributes voi = state.getNestedDataset(Tag.SoftcopyVOILUTSequence);
    assertEquals("2048", voi.getString(Tag.WindowCenter));
    assertEquals("4096", voi.getString(Tag.WindowWidth));
  }

  @Test
  void imageWhoseLowestValueIsWhiteIsInverted() {
    image.set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");

    assertEquals(
        "INVERSE", written(SampleReading.example(image)).getString(Tag.PresentationLUTShape));
  }

  @Test
  void lookUpTablesAreCopied() throws Exception {
    Attributes lut = new Attributes();
    lut.setInt(Tag.LUTDescriptor, VR.US, 2, 0, 16);
    lut.setBytes(Tag.LUTData, VR.OW, new byte[] {0, 0, -1, -1});
    image.header().newSequence(Tag.VOILUTSequence, 1).add(new Attributes(lut));
    image.header().newSequence(Tag.ModalityLUTSequence, 1).add(new Attributes(lut));
    image.header().remove(Tag.WindowCenter);

    Attributes state = written(SampleReading.example(image));

    assertArrayEquals(
        new byte[] {0, 0, -1, -1},
        state
            .getNestedDataset(Tag.SoftcopyVOILUTSequence)
            .getNestedDataset(Tag.VOILUTSequence)
            .getBytes(Tag.LUTData));
    assertArrayEquals(
        new int[] {2, 0, 16},
        state.getNestedDataset(Tag.ModalityLUTSequence).getInts(Tag.LUTDescriptor));
    assertFalse(state.contains(Tag.RescaleSlope));
  }

  @Test
  void spacingIsTheOneInForceOrNone() {
    Attributes calibrated = area(written(SampleReading.example(image)));
    Attributes unknown = area(written(reading(Scale.unknown(1))));
    Attributes oblong = area(written(reading(Scale.unknown(1.25))));

    assertArrayEquals(
        new String[] {"0.12", "0.12"}, calibrated.getStrings(Tag.PresentationPixelSpacing));
    assertNull(unknown.getStrings(Tag.PresentationPixelSpacing));
    assertArrayEquals(new int[] {1, 1}, unknown.getInts(Tag.PresentationPixelAspectRatio));
    assertArrayEquals(new int[] {12500, 10000}, oblong.getInts(Tag.PresentationPixelAspectRatio));
    assertArrayEquals(
        new int[] {SampleCr.COLUMNS, SampleCr.ROWS},
        calibrated.getInts(Tag.DisplayedAreaBottomRightHandCorner));
  }

  @Test
  void readingWithoutLandmarksHasNoLayers() {
    Attributes state =
        written(
            SampleReading.of(
                image, LandmarkSet.empty(), SampleReading.FIDUCIAL, SmallCatalogue.get()));

    assertFalse(state.contains(Tag.GraphicLayerSequence));
    assertFalse(state.contains(Tag.GraphicAnnotationSequence));
  }

  private Reading reading(Scale scale) {
    return SampleReading.of(
        image, SampleReading.landmarks(SampleReading.EXAMPLE), scale, SmallCatalogue.get());
  }

  private static Attributes area(Attributes state) {
    return state.getNestedDataset(Tag.DisplayedAreaSelectionSequence);
  }

  private Attributes written(Reading reading) {
    LocalDateTime now = LocalDateTime.of(2026, 1, 15, 10, 2, 3);
    return new PrWriter(SmallCatalogue.get())
        .write(
            new PrRevision(
                reading,
                Map.of(),
                PersonName.parse("Lee^Younghee"),
                new DerivedSeries("1.2.3", 902, now),
                new DerivedSeries.Instance(PrWriter.SOP_CLASS_UID, "1.2.3.4", 1, now),
                false,
                image.header(),
                new Installation(
                    "1.2.3", "ROOM", Optional.empty(), "1", ReportClass.COMPREHENSIVE)));
  }
}
