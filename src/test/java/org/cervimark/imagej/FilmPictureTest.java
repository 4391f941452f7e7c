package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Random;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.Window;
import org.junit.jupiter.api.Test;

/** The picture on the screen beside the grey-scale pipeline and beside ImageJ's own picture. */
class FilmPictureTest {

  private static final int STAGE = 0x102030;
  private static final Path FILM = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  private final FilmPicture film = new FilmPicture(STAGE);

  @Test
  void oneToOneEveryPixelIsWhatTheGreyScalePipelineSays() throws DicomException {
    DicomImage image = DicomImages.read(FILM, 1);
    Film shown = new Film(image, "");
    ImagePlus imp = shown.imp();
    imp.setDisplayRange(900, 2100);
    Tone tone = shown.tone();
    Window window = shown.grey().window();
    byte[] reference = GreyRenderer.render(image.pixels(), image.greyScale(), window);
    int columns = image.radiograph().columns();
    int left = columns - 150;
    BufferedImage picture =
        shown(imp.getProcessor(), tone, new ViewTransform(left, 300, 1), 200, 120, false);
    for (int y = 0; y < 120; y++) {
      for (int x = 0; x < 200; x++) {
        int grey = x < 150 ? reference[(300 + y) * columns + left + x] & 0xFF : -1;
        int expected = grey < 0 ? STAGE : grey << 16 | grey << 8 | grey;
        assertEquals(expected, rgb(picture, x, y), "at " + x + ", " + y);
      }
    }
  }

  @Test
  void shortsBytesAndFloatsHaveTheColoursThatImageJGivesThem() {
    short[] shorts = new short[64 * 64];
    byte[] bytes = new byte[64 * 64];
    float[] floats = new float[64 * 64];
    Random random = new Random(20260114);
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) random.nextInt(65536);
      bytes[i] = (byte) random.nextInt(256);
      floats[i] = random.nextFloat() * 3000 - 1000;
    }
    LUT fire = LUT.createLutFromColor(Color.ORANGE);
    for (ImageProcessor processor :
        new ImageProcessor[] {
          new ShortProcessor(64, 64, shorts, null),
          new ByteProcessor(64, 64, bytes, null),
          new FloatProcessor(64, 64, floats, null)
        }) {
      processor.setLut(fire);
      processor.setMinAndMax(40, 180);
      ImagePlus imp = new ImagePlus("", processor);
      BufferedImage reference = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
      reference.createGraphics().drawImage(imp.getImage(), 0, 0, null);
      BufferedImage picture =
          shown(processor, Tone.ofImageJ(), new ViewTransform(0, 0, 1), 64, 64, false);
      for (int i = 0; i < 64 * 64; i++) {
        int step = Math.abs(rgb(reference, i % 64, i / 64) - rgb(picture, i % 64, i / 64)) >> 16;
        int tolerance = processor instanceof FloatProcessor ? 1 : 0;
        assertEquals(0, step, tolerance, processor.getClass() + " at " + i);
      }
    }
  }

  @Test
  void aScreenPixelIsTheMeanOfThePixelsWhoseCentresItCovers() {
    ShortProcessor processor = new ShortProcessor(6, 4);
    for (int i = 0; i < 24; i++) {
      processor.set(i, i);
    }
    float[] samples = new FilmSampler(processor, true).sample(new ViewTransform(0, 0, 0.5), 4, 2);
    float outside = FilmSampler.OUTSIDE;
    float[] expected = {
      (0 + 1 + 6 + 7) / 4f,
      (2 + 3 + 8 + 9) / 4f,
      (4 + 5 + 10 + 11) / 4f,
      outside,
      (12 + 13 + 18 + 19) / 4f,
      (14 + 15 + 20 + 21) / 4f,
      (16 + 17 + 22 + 23) / 4f,
      outside
    };
    assertArrayEquals(expected, samples);
  }

  /** Each image pixel counts once: the mean of the whole stays, whatever the magnification. */
  @Test
  void nothingOfTheImageIsLeftOutWhenItIsReduced() {
    ShortProcessor processor = new ShortProcessor(601, 401);
    processor.set(300, 200, 60000);
    for (double magnification : new double[] {0.91, 0.5, 1 / 3.0, 0.1237}) {
      int width = (int) Math.ceil(601 * magnification);
      int height = (int) Math.ceil(401 * magnification);
      float[] samples =
          new FilmSampler(processor, true)
              .sample(new ViewTransform(0, 0, magnification), width, height);
      int lit = 0;
      for (float sample : samples) {
        lit += sample > 0 ? 1 : 0;
      }
      assertEquals(1, lit, "at " + magnification);
    }
  }

  @Test
  void enlargedALinearRampStaysOne() {
    FloatProcessor ramp = new FloatProcessor(20, 10);
    for (int i = 0; i < 200; i++) {
      ramp.setf(i, 7 * (i % 20) + 3 * (i / 20));
    }
    ViewTransform view = new ViewTransform(2, 1, 2.5);
    float[] samples = new FilmSampler(ramp, true).sample(view, 30, 15);
    for (int y = 0; y < 15; y++) {
      for (int x = 0; x < 30; x++) {
        double column = 2 + (x + 0.5) / 2.5 - 0.5;
        double row = 1 + (y + 0.5) / 2.5 - 0.5;
        assertEquals(7 * column + 3 * row, samples[y * 30 + x], 1e-4);
      }
    }
    float[] squares = new FilmSampler(ramp, false).sample(view, 30, 15);
    assertEquals(ramp.getf(2 + (int) (11.5 / 2.5), 1 + (int) (4.5 / 2.5)), squares[4 * 30 + 11]);
  }

  @Test
  void anotherRangeIsSeenAtOnceAndOtherPixelsWhenTold() {
    ShortProcessor processor = new ShortProcessor(8, 8);
    processor.set(3, 3, 100);
    processor.setMinAndMax(0, 200);
    ViewTransform view = new ViewTransform(0, 0, 1);
    int before = rgb(shown(processor, Tone.ofImageJ(), view, 8, 8, false), 3, 3);
    BufferedImage again = shown(processor, Tone.ofImageJ(), view, 8, 8, false);
    assertEquals(before, rgb(again, 3, 3));
    processor.setMinAndMax(0, 100);
    int brighter = rgb(shown(processor, Tone.ofImageJ(), view, 8, 8, false), 3, 3);
    assertNotEquals(before, brighter);
    processor.set(3, 3, 0);
    film.pixelsChanged();
    BufferedImage changed = shown(processor, Tone.ofImageJ(), view, 8, 8, false);
    assertEquals(0, rgb(changed, 3, 3));
    assertSame(again, changed, "the picture of the same part uses the same memory");
  }

  /** Wherever a view is moved to, it looks as if it had been shown at once. */
  @Test
  void aMovedViewIsTheSameAsANewOne() {
    ShortProcessor shorts = new ShortProcessor(60, 50);
    Random random = new Random(20261126);
    for (int i = 0; i < 3000; i++) {
      shorts.set(i, random.nextInt(65536));
    }
    FloatProcessor floats = shorts.convertToFloatProcessor();
    floats.setMinAndMax(1000, 50000);
    for (ImageProcessor processor : new ImageProcessor[] {shorts, floats}) {
      for (double magnification : new double[] {0.5, 1, 1.5, 2, 8}) {
        for (int step = 0; step < 60; step++) {
          ViewTransform view =
              new ViewTransform(random.nextInt(40) - 5, random.nextInt(40) - 5, magnification);
          boolean smooth = step % 10 < 5;
          BufferedImage moved = shown(processor, Tone.ofImageJ(), view, 37, 29, smooth);
          FilmPicture fresh = new FilmPicture(STAGE);
          fresh.show(processor, Tone.ofImageJ(), view, 37, 29, smooth);
          for (int i = 0; i < 37 * 29; i++) {
            assertEquals(
                rgb(fresh.image(), i % 37, i / 37),
                rgb(moved, i % 37, i / 37),
                view + " at " + i + (smooth ? " smooth" : ""));
          }
        }
      }
    }
  }

  /** Only what is asked for is drawn. */
  @Test
  void aPartIsDrawnWithinItsArea() {
    ByteProcessor white = new ByteProcessor(20, 20);
    white.setColor(255);
    white.fill();
    film.show(white, Tone.ofImageJ(), new ViewTransform(0, 0, 1), 20, 20, false);
    BufferedImage target = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    film.draw(target, new Rectangle(3, 4, 5, 6));
    for (int i = 0; i < 400; i++) {
      boolean inside = new Rectangle(3, 4, 5, 6).contains(i % 20, i / 20);
      assertEquals(inside ? 0xFFFFFF : 0, rgb(target, i % 20, i / 20), "at " + i);
    }
  }

  private BufferedImage shown(
      ImageProcessor processor,
      Tone tone,
      ViewTransform view,
      int width,
      int height,
      boolean smooth) {
    film.show(processor, tone, view, width, height, smooth);
    return film.image();
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }
}
