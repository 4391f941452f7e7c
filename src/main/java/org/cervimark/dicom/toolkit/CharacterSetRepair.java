package org.cervimark.dicom.toolkit;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;

/**
 * The republished toolkit takes GB18030 for the default character repertoire, so that undeclared
 * text is written as GB18030 and Hangul under {@code \ISO 2022 IR 149} cannot be written. PS3.5
 * 6.1.1 says ISO 646.
 */
final class CharacterSetRepair {

  private static final String DEFAULT_REPERTOIRE = "ISO_646";

  private CharacterSetRepair() {}

  static void apply() {
    if (SpecificCharacterSet.ASCII.isASCII()) {
      return;
    }
    try {
      Field field = SpecificCharacterSet.class.getDeclaredField("codecs");
      field.setAccessible(true);
      Object codecs = field.get(SpecificCharacterSet.ASCII);
      for (Object codec : codecs.getClass().getComponentType().getEnumConstants()) {
        if (((Enum<?>) codec).name().equals(DEFAULT_REPERTOIRE)) {
          Array.set(codecs, 0, codec);
        }
      }
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new IllegalStateException("the toolkit's character sets are not those expected", e);
    }
    if (!SpecificCharacterSet.ASCII.isASCII()) {
      throw new IllegalStateException("the toolkit knows no " + DEFAULT_REPERTOIRE);
    }
  }
}
