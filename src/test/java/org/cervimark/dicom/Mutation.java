package org.cervimark.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages the bytes of a file as wear, bad programs and bad people do. */
final class Mutation {

  private static final int PREAMBLE = 132;

  /** Most of what is decided by a header is decided in its first bytes. */
  private static final int HEADER = 2000;

  private static final int[] LENGTHS = {
    0, 1, 2, 3, -1, -2, 0x7FFFFFFF, 0x80000000, 0xFFFF, 0x10000, 0x100, 255, 0x1000000
  };

  private static final List<String> VRS =
      List.of("SQ", "UN", "OB", "OW", "UT", "US", "SS", "DS", "IS", "UI", "FD", "AT", "PN", "XX");

  private Mutation() {}

  /** A damaged copy. */
  static byte[] of(byte[] whole, Random random) {
    byte[] damaged = once(whole, random);
    while (random.nextInt(4) == 0) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] whole, Random random) {
    if (whole.length < 8) {
      return whole;
    }
    byte[] damaged = whole.clone();
    int place = place(whole.length, random);
    switch (random.nextInt(10)) {
      case 0 -> damaged[place] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        for (int i = 0; i < 10; i++) {
          damaged[place(whole.length, random)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 2 -> damaged[place] = (byte) random.nextInt(256);
      case 3 -> {
        return Arrays.copyOf(whole, place);
      }
      case 4, 5 -> length(damaged, place & ~1, random);
      case 6 -> representation(damaged, place, random);
      case 7 -> {
        return splice(whole, place, new byte[0], Math.min(whole.length, place + 1 + place % 40));
      }
      case 8 -> {
        int end = Math.min(whole.length, place + 1 + random.nextInt(200));
        return splice(whole, place, Arrays.copyOfRange(whole, place, end), place);
      }
      default -> {
        return random.nextInt(4) == 0
            ? splice(whole, place & ~1, nest(random), place & ~1)
            : digits(damaged, place, random);
      }
    }
    return damaged;
  }

  private static int place(int length, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(length);
      case 1 -> length > PREAMBLE ? PREAMBLE + random.nextInt(length - PREAMBLE) : 0;
      default -> Math.min(length - 1, PREAMBLE + random.nextInt(HEADER));
    };
  }

  /** A lie about a length, or about whatever number stands there. */
  private static void length(byte[] bytes, int at, Random random) {
    int value = LENGTHS[random.nextInt(LENGTHS.length)];
    int size = random.nextBoolean() ? 2 : 4;
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >> (8 * i));
    }
  }

  /** Another value representation in the next place where one seems to stand. */
  private static void representation(byte[] bytes, int from, Random random) {
    byte[] other = VRS.get(random.nextInt(VRS.size())).getBytes(StandardCharsets.US_ASCII);
    for (int i = from; i + 1 < bytes.length; i++) {
      if (isCapital(bytes[i]) && isCapital(bytes[i + 1])) {
        bytes[i] = other[0];
        bytes[i + 1] = other[1];
        return;
      }
    }
  }

  private static boolean isCapital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  /** Other characters in the next number that is written as text. */
  private static byte[] digits(byte[] bytes, int from, Random random) {
    String characters = "9-e.\\0 ";
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9') {
        for (int j = i; j < bytes.length && bytes[j] >= '0' && bytes[j] <= '9'; j++) {
          bytes[j] = (byte) characters.charAt(random.nextInt(characters.length()));
        }
        return bytes;
      }
    }
    return bytes;
  }

  /** Sequences of undefined length in each other, which never end. */
  private static byte[] nest(Random random) {
    ByteArrayOutputStream nest = new ByteArrayOutputStream();
    byte[] level = {
      0x08, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1
    };
    for (int i = random.nextInt(3000); i >= 0; i--) {
      nest.writeBytes(level);
    }
    return nest.toByteArray();
  }

  private static byte[] splice(byte[] whole, int to, byte[] inserted, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, to);
    out.writeBytes(inserted);
    out.write(whole, from, whole.length - from);
    return out.toByteArray();
  }
}
