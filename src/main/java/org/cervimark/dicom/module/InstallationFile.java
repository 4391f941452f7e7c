package org.cervimark.dicom.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Uids;
import org.cervimark.terminology.Product;

/**
 * The file in which an installation remembers who it is. It is made when the first object is
 * written, with a random device UID; {@code station}, {@code institution} and {@code report.class}
 * may be edited.
 */
public final class InstallationFile {

  private static final String NAME = "installation.properties";
  private static final String DEVICE_UID = "device.uid";
  private static final String STATION = "station";
  private static final String INSTITUTION = "institution";
  private static final String REPORT_CLASS = "report.class";

  private InstallationFile() {}

  /**
   * The file's place for the user who runs the program: {@code ~/.config/CerviMark} or what the
   * operating system has instead.
   *
   * @param environment the environment variables
   * @param osName the system property {@code os.name}
   * @param home the user's home folder
   */
  public static Path defaultLocation(Map<String, String> environment, String osName, Path home) {
    String system = osName.toLowerCase(Locale.ROOT);
    Path folder;
    if (system.startsWith("windows")) {
      folder = configured(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
    } else if (system.startsWith("mac")) {
      folder = home.resolve("Library").resolve("Application Support");
    } else {
      folder = configured(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    }
    return folder.resolve("CerviMark").resolve(NAME);
  }

  /**
   * The installation that a file describes; the file is made if it is not there.
   *
   * @throws DicomException if it cannot be read or made, or says something impossible
   */
  public static Installation load(Path file) throws DicomException {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      Properties properties = PropertiesFile.load(file);
      String reportClass =
          properties.getProperty(REPORT_CLASS, ReportClass.COMPREHENSIVE.id()).strip();
      return new Installation(
          properties.getProperty(DEVICE_UID, "").strip(),
          properties.getProperty(STATION, "").strip(),
          Optional.of(properties.getProperty(INSTITUTION, "").strip()).filter(i -> !i.isEmpty()),
          Product.version(),
          ReportClass.withId(reportClass)
              .orElseThrow(() -> new IllegalArgumentException(REPORT_CLASS + "=" + reportClass)));
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("installation.unwritable", file), e);
    } catch (IllegalArgumentException e) {
      throw new DicomException(
          DicomMessages.text("installation.damaged", file, String.valueOf(e.getMessage())), e);
    }
  }

  private static Path configured(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }

  private static void create(Path file) throws IOException {
    String uid = Uids.random();
    Properties properties = new Properties();
    properties.setProperty(DEVICE_UID, uid);
    properties.setProperty(STATION, "CM-" + uid.substring(uid.length() - 6));
    PropertiesFile.create(
        file, properties, "CerviMark: who writes the DICOM objects of this installation");
  }
}
