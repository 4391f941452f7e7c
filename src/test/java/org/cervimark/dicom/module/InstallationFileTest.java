package org.cervimark.dicom.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cervimark.dicom.DicomException;
import org.cervimark.terminology.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationFileTest {

  @TempDir private Path folder;

  @Test
  void installationRemembersWhoItIs() throws Exception {
    Path file = folder.resolve("a").resolve("b").resolve("installation.properties");

    Installation first = InstallationFile.load(file);

    assertTrue(first.deviceUid().matches("2\\.25\\.[1-9][0-9]{20,38}"), first.deviceUid());
    assertEquals(Product.version(), first.softwareVersion());
    assertEquals(ReportClass.COMPREHENSIVE, first.reportClass());
    assertEquals(first, InstallationFile.load(file));
    assertNotEquals(
        first.deviceUid(), InstallationFile.load(folder.resolve("other.properties")).deviceUid());
    try (var files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void siteMaySetStationInstitutionAndClass() throws Exception {
    Path file = folder.resolve("installation.properties");
    Files.writeString(
        file,
        "device.uid=1.2.3\nstation=ROOM-1\ninstitution=서울 병원\nreport.class=comprehensive-3d\n");

    Installation installation = InstallationFile.load(file);

    assertEquals("ROOM-1", installation.stationName());
    assertEquals(Optional.of("서울 병원"), installation.institution());
    assertEquals("1.2.840.10008.5.1.4.1.1.88.34", installation.reportClass().uid());
  }

  @Test
  void impossibleSettingsAreRefusedWithTheFile() throws Exception {
    for (String settings :
        new String[] {
          "device.uid=abc\nstation=A\n",
          "device.uid=1.2.3\nstation=\n",
          "device.uid=1.2.3\nstation=12345678901234567\n",
          "device.uid=1.2.3\nstation=A\nreport.class=basic\n",
          "\\u00zz"
        }) {
      Path file = folder.resolve("installation.properties");
      Files.writeString(file, settings);

      DicomException refusal =
          assertThrows(DicomException.class, () -> InstallationFile.load(file), settings);

      assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
    }
  }

  @Test
  void placeIsThatOfTheOperatingSystem() {
    Path home = Path.of("home");
    Path end = Path.of("CerviMark", "installation.properties");

    assertEquals(
        home.resolve(".config").resolve(end),
        InstallationFile.defaultLocation(Map.of(), "Linux", home));
    assertEquals(
        Path.of("xdg").resolve(end),
        InstallationFile.defaultLocation(Map.of("XDG_CONFIG_HOME", "xdg"), "Linux", home));
    assertEquals(
        Path.of("roaming").resolve(end),
        InstallationFile.defaultLocation(Map.of("APPDATA", "roaming"), "Windows 11", home));
    assertEquals(
        home.resolve("Library").resolve("Application Support").resolve(end),
        InstallationFile.defaultLocation(Map.of(), "Mac OS X", home));
  }
}
