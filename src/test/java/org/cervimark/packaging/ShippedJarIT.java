package org.cervimark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedJarIT {

  private static final String TOOLKIT =
      System.getProperty("cervimark.toolkit", "org.aoju").replace('.', '/');

  /** Where the value of (0002,0000) begins: behind preamble, prefix and its own header. */
  private static final int GROUP_LENGTH = 128 + 4 + 8;

  @TempDir Path folder;

  private final Path jar = Path.of(System.getProperty("cervimark.jar", "plugins/CerviMark_.jar"));
  private Path probe;

  @BeforeEach
  void copyProbe() throws IOException, URISyntaxException {
    probe = Files.createDirectories(folder.resolve("probe"));
    Path classes =
        Path.of(ShippedProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path own = Path.of("org", "cervimark", "packaging");
    Files.createDirectories(probe.resolve(own));
    for (String name :
        List.of("ShippedProbe.class", "ShippedProbe$Dicom.class", "ShippedProbe$ImageJ.class")) {
      Files.copy(classes.resolve(own).resolve(name), probe.resolve(own).resolve(name));
    }
  }

  @Test
  void jarHoldsOurPackagesAndNoOthers() throws IOException {
    List<String> names = names();
    assertTrue(names.contains("plugins.config"), "ImageJ finds the commands by it");
    assertTrue(names.contains("META-INF/LICENSE"));
    assertTrue(names.contains("META-INF/NOTICE"));
    for (String licence :
        List.of("Apache-2.0", "LGPL-2.1", "MIT-aoju", "MPL-1.1", "OFL-1.1-Nanum")) {
      assertTrue(names.contains("META-INF/licenses/" + licence + ".txt"), licence);
    }
    assertTrue(names.stream().anyMatch(n -> n.startsWith("org/cervimark/shaded/" + TOOLKIT + "/")));
    List<String> strangers =
        names.stream()
            .filter(n -> n.endsWith(".class"))
            .filter(n -> !n.startsWith("org/cervimark/"))
            .toList();
    assertEquals(List.of(), strangers);
    List<String> services =
        names.stream()
            .filter(n -> n.startsWith("META-INF/services/"))
            .filter(n -> !n.startsWith("META-INF/services/org.cervimark.shaded."))
            .toList();
    assertEquals(List.of(), services);
    assertEquals(List.of(), names.stream().filter(n -> n.startsWith("ij/")).toList());
    try (JarFile file = new JarFile(jar.toFile())) {
      assertEquals(
          "org.cervimark.cli.Main", file.getManifest().getMainAttributes().getValue("Main-Class"));
    }
  }

  @Test
  void noticeNamesWhatIsInTheJar() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry = file.getJarEntry("META-INF/NOTICE");
      assertNotNull(entry);
      byte[] inJar = file.getInputStream(entry).readAllBytes();
      assertEquals(Files.readString(Path.of("NOTICE")), new String(inJar, StandardCharsets.UTF_8));
    }
    String notice = Files.readString(Path.of("NOTICE"));
    for (String word :
        List.of(
            "dcm4che",
            "Gunter Zeilinger",
            "Mozilla Public License 1.1",
            "snakeyaml",
            "gson",
            "PDFBox",
            "NanumGothic")) {
      assertTrue(notice.contains(word), word);
    }
  }

  @Test
  void jpegStaysReadableForTheHostProgram() throws IOException, DicomException {
    String jpeg = jpeg().toString();
    assertEquals("1 readers, 16 x 8", run(List.of(jar), "imageio", jpeg));
    assertEquals(
        "1 readers, 16 x 8", run(List.of(jar), "dicom-then-imageio", dicom().toString(), jpeg));
  }

  @Test
  void imageJOpensJpegBesideIt() throws IOException, URISyntaxException {
    Path ij = Path.of(IJ.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertEquals("16 x 8", run(List.of(jar, ij), "imagej", jpeg().toString()));
  }

  /** The contrast: the toolkit as it is on a class path takes JPEG away. */
  @Test
  void plainToolkitTakesJpegAway() throws IOException {
    List<Path> toolkit = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String name = String.valueOf(Path.of(entry).getFileName());
      if (name.startsWith("bus-")) {
        toolkit.add(Path.of(entry));
      }
    }
    Assumptions.assumeTrue(
        toolkit.stream().anyMatch(p -> p.getFileName().toString().startsWith("bus-image")),
        "SKIPPED: this build uses another toolkit, which has no such defect");
    assertEquals("NoClassDefFoundError", run(toolkit, "imageio", jpeg().toString()));
  }

  /**
   * Hangul behind the default repertoire, run lengths, and a group length that is wrong, of which
   * the toolkit warns.
   */
  @Test
  void dicomIsReadByTheJarAlone() throws IOException, DicomException {
    assertEquals(
        "4b 69 6d 5e 4d 3d 3d ae40 [1, 2, 3, 4, 5, 6]",
        run(List.of(jar), "dicom", dicom().toString()));
  }

  @Test
  void commandLineNeedsNothingBesideIt() {
    String output = ForkedJvm.run(jar.toString(), "org.cervimark.cli.Main", List.of("--help"));
    assertTrue(output.contains("CerviMark"), output);
    assertFalse(output.contains("Exception") || output.contains("Error"), output);
  }

  /** PDFBox and its font are complete in it, too. */
  @Test
  void notesAreWrittenAsPdfByTheJarAlone() throws IOException {
    Path film = folder.resolve("film.dcm");
    Path films = Path.of("test-images/hong/2026-01-14");
    Files.copy(films.resolve("open-mouth.dcm"), film);
    String landmarks = films.resolve("open-mouth.landmarks.csv").toString();
    String main = "org.cervimark.cli.Main";
    ForkedJvm.run(
        jar.toString(),
        main,
        List.of(
            "measure",
            film.toString(),
            "--landmarks",
            landmarks,
            "--side",
            "standard",
            "--save",
            "--reader",
            "A^B"));
    Path out = folder.resolve("out");
    String said =
        ForkedJvm.run(
            jar.toString(),
            main,
            List.of(
                "export",
                film.toString(),
                "--out",
                out.toString(),
                "--format",
                "pdf,fhir",
                "--lang",
                "ko"));
    assertTrue(said.contains("1"), said);
    try (Stream<Path> files = Files.list(out)) {
      Path pdf = files.filter(f -> f.toString().endsWith(".pdf")).findFirst().orElseThrow();
      String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
      assertTrue(text.startsWith("%PDF-1.4"), said);
      assertTrue(text.contains("+NanumGothic"), "the font is embedded");
    }
  }

  private String run(List<Path> classPath, String... arguments) {
    List<String> entries = new ArrayList<>(classPath.stream().map(Path::toString).toList());
    entries.add(probe.toString());
    return ForkedJvm.run(
        String.join(File.pathSeparator, entries),
        "org.cervimark.packaging.ShippedProbe",
        Arrays.asList(arguments));
  }

  private List<String> names() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName).toList();
    }
  }

  private Path jpeg() throws IOException {
    Path file = folder.resolve("grey.jpg");
    ImageWriter writer = null;
    for (var it = IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, false);
        it.hasNext(); ) {
      ImageWriterSpi provider = it.next();
      if (provider.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi")) {
        writer = provider.createWriterInstance();
      }
    }
    assertNotNull(writer);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY));
    } finally {
      writer.dispose();
    }
    return file;
  }

  private Path dicom() throws DicomException, IOException {
    Attributes image = new Attributes();
    image.setString(Tag.SpecificCharacterSet, VR.CS, "", "ISO 2022 IR 149");
    image.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1");
    image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.3");
    image.setString(Tag.StudyInstanceUID, VR.UI, "2.25.1");
    image.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2");
    image.setInt(Tag.Rows, VR.US, 2);
    image.setInt(Tag.Columns, VR.US, 3);
    image.setInt(Tag.BitsAllocated, VR.US, 8);
    Fragments fragments = image.newFragments(Tag.PixelData, VR.OB, 2);
    fragments.add(new byte[0]);
    byte[] frame = new byte[72];
    frame[0] = 1;
    frame[4] = 64;
    System.arraycopy(new byte[] {5, 1, 2, 3, 4, 5, 6}, 0, frame, 64, 7);
    fragments.add(frame);
    Toolkit.start();
    image.setString(Tag.PatientName, VR.PN, "Kim^M==김");
    Path file = folder.resolve("image.dcm");
    DataSetWriter.write(file, image, TransferSyntax.RLE);
    byte[] bytes = Files.readAllBytes(file);
    bytes[GROUP_LENGTH] = (byte) 250;
    return Files.write(file, bytes);
  }
}
