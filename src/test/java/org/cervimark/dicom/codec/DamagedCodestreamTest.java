package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.cervimark.dicom.codec.TestImage.Content;
import org.cervimark.image.PixelFormat;
import org.cervimark.peer.Peers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Codestreams with flipped bits, missing ends, missing and inserted pieces: a decoder gives samples
 * in the range of the header, or {@link CodecException}, and in bounded time. More of them with
 * {@code -Dcervimark.mutations=100000}, which is the number per kind of codestream.
 */
class DamagedCodestreamTest {

  private static final int MUTATIONS = Integer.getInteger("cervimark.mutations", 500);
  private static final int SECONDS = 10;
  private static final long SEED = 20261123;

  @TempDir static Path folder;
  private static ExecutorService worker;

  @BeforeAll
  static void start() {
    worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "decoder");
              thread.setDaemon(true);
              return thread;
            });
  }

  @AfterAll
  static void stop() {
    worker.shutdownNow();
  }

  /** How a codestream is made. */
  record Kind(String command, int bits, boolean colour) {

    EncapsulatedFile make() {
      TestImage image =
          colour
              ? TestImage.colour(Content.RADIOGRAPH, 40, 30)
              : TestImage.grey(Content.RADIOGRAPH, 70, 50, bits, false);
      Path plain = image.write(folder.resolve("plain.dcm"));
      Path out = folder.resolve("compressed.dcm");
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      String program = words.remove(0);
      words.add(plain.toString());
      words.add(out.toString());
      Peers.succeed(
          program.startsWith("gdcm") ? "libgdcm-tools" : "dcmtk",
          program,
          words.toArray(String[]::new));
      return EncapsulatedFile.open(out);
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("dcmcrle", 16, false),
        new Kind("dcmcjpeg +eb", 8, false),
        new Kind("dcmcjpeg +eb", 8, true),
        new Kind("dcmcjpeg +ee", 12, false),
        new Kind("dcmcjpeg +ep", 12, false),
        new Kind("dcmcjpeg +e1", 16, false),
        new Kind("dcmcjpeg +el +sv 7", 12, false),
        new Kind("dcmcjpeg +e1", 8, true),
        new Kind("dcmcjpls +el", 12, false),
        new Kind("dcmcjpls +en", 16, false),
        new Kind("dcmcjpls +el +is", 8, true),
        new Kind("dcmcjpls +el +il", 8, true),
        new Kind("gdcmconv --j2k", 16, false),
        new Kind("gdcmconv --j2k --lossy -q 10", 12, false),
        new Kind("gdcmconv --j2k", 8, true));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isDecodedOrRefused(Kind kind) throws InterruptedException {
    EncapsulatedFile file = kind.make();
    byte[] whole = file.codestream(1);
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] damaged = damage(whole, random);
      String name = kind + ", mutation " + i;
      if (!decodes(file.decoder(), damaged, file.format(), name)) {
        refused++;
      }
    }
    assertTrue(refused > MUTATIONS / 20, "refused only " + refused + " of " + MUTATIONS);
  }

  /** Whatever is cut off from the coded data is missing in the image, hence never passed over. */
  @ParameterizedTest
  @MethodSource("kinds")
  void truncationIsRefused(Kind kind) {
    EncapsulatedFile file = kind.make();
    byte[] whole = file.codestream(1);
    for (int percent = 0; percent < 99; percent += 3) {
      byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
      assertThrows(
          CodecException.class, () -> file.decoder().decode(cut, file.format()), percent + " %");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anotherSizeThanTheHeaderIsRefused(Kind kind) {
    EncapsulatedFile file = kind.make();
    byte[] whole = file.codestream(1);
    PixelFormat f = file.format();
    for (int[] change : new int[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {60000, 60000}}) {
      PixelFormat other =
          new PixelFormat(
              f.columns() + change[0],
              f.rows() + change[1],
              1,
              f.samplesPerPixel(),
              f.bitsAllocated(),
              f.bitsStored(),
              f.highBit(),
              f.signed(),
              f.photometricInterpretation(),
              f.transferSyntaxUid());
      assertThrows(CodecException.class, () -> file.decoder().decode(whole, other));
    }
  }

  private static boolean decodes(
      FrameDecoder decoder, byte[] damaged, PixelFormat format, String name)
      throws InterruptedException {
    try {
      short[] cells =
          worker.submit(() -> decoder.decode(damaged, format)).get(SECONDS, TimeUnit.SECONDS);
      assertEquals(format.columns() * format.rows() * format.samplesPerPixel(), cells.length, name);
      for (short cell : cells) {
        assertEquals(0, (cell & 0xFFFF) >>> format.bitsAllocated(), name);
      }
      return true;
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof CodecException)) {
        throw new AssertionError(name, e.getCause());
      }
      return false;
    } catch (TimeoutException e) {
      return fail(name + " takes more than " + SECONDS + " s", e);
    }
  }

  private static byte[] damage(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int at = random.nextInt(3) == 0 ? random.nextInt(Math.min(200, whole.length)) : -1;
    int place = at < 0 ? random.nextInt(whole.length) : at;
    switch (random.nextInt(6)) {
      case 0 -> damaged[place] = (byte) (damaged[place] ^ (1 << random.nextInt(8)));
      case 1 -> {
        for (int i = 0; i < 8; i++) {
          damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 2 -> damaged[place] = (byte) random.nextInt(256);
      case 3 -> {
        return Arrays.copyOf(whole, place);
      }
      case 4 -> {
        return splice(whole, place, new byte[0], Math.min(whole.length, place + 1 + place % 20));
      }
      default -> {
        byte[] inserted = new byte[1 + random.nextInt(20)];
        random.nextBytes(inserted);
        return splice(whole, place, inserted, place);
      }
    }
    return damaged;
  }

  private static byte[] splice(byte[] whole, int to, byte[] inserted, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, to);
    out.writeBytes(inserted);
    out.write(whole, from, whole.length - from);
    return out.toByteArray();
  }
}
