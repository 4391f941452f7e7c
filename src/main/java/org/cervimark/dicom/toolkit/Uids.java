package org.cervimark.dicom.toolkit;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Unique identifiers of our own: under 2.25, from random UUIDs (PS3.5 B.2). */
public final class Uids {

  /** Implementation Class UID (0002,0012) of everything we write, made once. */
  public static final String IMPLEMENTATION_CLASS = "2.25.332414251839136424177935540942823008550";

  /** Implementation Version Name (0002,0013), at most 16 characters. */
  public static final String IMPLEMENTATION_VERSION = "CERVIMARK_01";

  private Uids() {}

  /** A new UID that nobody else has; at most 44 characters. */
  public static String random() {
    return of(UUID.randomUUID());
  }

  /** The UID that a name always has: the same for the same name, another for every other. */
  public static String named(String name) {
    return of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** The UID under 2.25 that stands for a UUID. */
  public static String of(UUID uuid) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    return "2.25." + new BigInteger(1, bytes);
  }
}
