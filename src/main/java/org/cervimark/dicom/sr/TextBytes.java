package org.cervimark.dicom.sr;

import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** Decodes texts in the character set of a document. */
final class TextBytes {

  private final String[] characterSets;

  /** With what a data set says of its character set. */
  TextBytes(Attributes document) {
    String[] stated = document.getStrings(Tag.SpecificCharacterSet);
    this.characterSets = stated == null ? new String[0] : stated;
  }

  /**
   * The first value of an element, as the toolkit reads it.
   *
   * @param vr the two letters of its value representation
   */
  String decoded(int tag, int vr, byte[] bytes, int start, int length) {
    Attributes one = new Attributes(2);
    if (characterSets.length > 0) {
      one.setString(Tag.SpecificCharacterSet, VR.CS, characterSets);
    }
    one.setBytes(tag, VR.valueOf(vr), Arrays.copyOfRange(bytes, start, start + length));
    return one.getString(tag, "");
  }
}
