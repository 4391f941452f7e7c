package org.cervimark.dicom.codec;

/** Second bytes of the markers of ITU-T T.81 table B.1 and T.87 table C.1. */
final class Marker {

  static final int SOF0 = 0xC0;
  static final int SOF1 = 0xC1;
  static final int SOF2 = 0xC2;
  static final int SOF3 = 0xC3;
  static final int DHT = 0xC4;
  static final int SOF15 = 0xCF;
  static final int JPG = 0xC8;
  static final int DAC = 0xCC;
  static final int RST0 = 0xD0;
  static final int RST7 = 0xD7;
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DQT = 0xDB;
  static final int DNL = 0xDC;
  static final int DRI = 0xDD;
  static final int APP0 = 0xE0;
  static final int APP8 = 0xE8;
  static final int APP15 = 0xEF;
  static final int SOF55 = 0xF7;
  static final int LSE = 0xF8;
  static final int COM = 0xFE;

  private Marker() {}

  static boolean isRestart(int marker) {
    return marker >= RST0 && marker <= RST7;
  }

  /** A segment that says nothing about the samples: application data or a comment. */
  static boolean isInformative(int marker) {
    return (marker >= APP0 && marker <= APP15) || marker == COM;
  }

  /** One of the start-of-frame markers of T.81, including those of unsupported processes. */
  static boolean isStartOfFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }
}
