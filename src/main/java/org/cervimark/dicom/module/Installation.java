package org.cervimark.dicom.module;

import java.util.Optional;
import org.cervimark.terminology.Product;

/**
 * Which copy of our program wrote an object: the General Equipment module (PS3.3 C.7.5.1) and the
 * device observer (TID 1004). It names the program and never the X-ray unit.
 *
 * @param deviceUid Device Observer UID (121012), the same for all objects of one installation
 * @param stationName Station Name (0008,1010), 1 to 16 characters, without a person's name
 * @param institution Institution Name (0008,0080), if the site has set one
 * @param softwareVersion Software Versions (0018,1020)
 * @param reportClass the SOP class of the reports it writes
 */
public record Installation(
    String deviceUid,
    String stationName,
    Optional<String> institution,
    String softwareVersion,
    ReportClass reportClass) {

  /** Manufacturer (0008,0070) and Manufacturer's Model Name (0008,1090). */
  public static final String MANUFACTURER = Product.NAME;

  private static final int UID_MOST = 64;
  private static final int SH_MOST = 16;
  private static final int LO_MOST = 64;

  /** Checks form and length. */
  public Installation {
    if (!deviceUid.matches("[0-9]+(\\.[0-9]+)+") || deviceUid.length() > UID_MOST) {
      throw new IllegalArgumentException("not a UID: " + deviceUid);
    }
    requireText("station name", stationName, SH_MOST);
    requireText("software version", softwareVersion, LO_MOST);
    institution.ifPresent(name -> requireText("institution", name, LO_MOST));
  }

  /** Device Serial Number (0018,1000): the last digits of the device UID. */
  public String serialNumber() {
    return "CM-" + deviceUid.substring(Math.max(0, deviceUid.length() - 12));
  }

  private static void requireText(String what, String text, int most) {
    if (text.isBlank() || text.length() > most || text.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          what + " must have 1 to " + most + " characters and no backslash: \"" + text + "\"");
    }
  }
}
