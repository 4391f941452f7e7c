package org.cervimark;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cervimark.terminology.Product;
import org.junit.jupiter.api.Test;

/** How the house is laid out: which package may know which, and each exception with its reason. */
class ArchitectureTest {

  private static final String BASE = "org.cervimark.";
  private static final List<String> TOOLKIT = List.of("org.aoju.", "org.dcm4che3.");

  private static final Set<String> FOUNDATION =
      Set.of("terminology", "geometry", "anatomy", "image", "landmark", "graphic", "definition");

  /** Each package of the first level and what it may know besides itself. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("terminology", Set.of()),
          Map.entry("geometry", Set.of()),
          Map.entry("definition", Set.of()),
          Map.entry("anatomy", Set.of("terminology", "geometry")),
          Map.entry("image", Set.of("terminology", "anatomy", "geometry")),
          Map.entry("landmark", Set.of("anatomy", "image")),
          Map.entry("graphic", Set.of("geometry", "image")),
          Map.entry("measurement", FOUNDATION),
          Map.entry("reading", with(FOUNDATION, "measurement")),
          Map.entry("reliability", with(FOUNDATION, "measurement", "reading")),
          Map.entry("followup", with(FOUNDATION, "measurement", "reading", "reliability")),
          // Keeps texts under keys; what they mean is the session's affair.
          Map.entry("journal", Set.of("image", "reading")),
          Map.entry("dicom", with(FOUNDATION, "measurement", "reading")),
          Map.entry(
              "report", with(FOUNDATION, "measurement", "reading", "followup", "reliability")),
          Map.entry(
              "cli",
              with(
                  FOUNDATION,
                  "measurement",
                  "reading",
                  "followup",
                  "reliability",
                  "report",
                  "journal",
                  "dicom")),
          Map.entry(
              "imagej",
              with(
                  FOUNDATION,
                  "measurement",
                  "reading",
                  "followup",
                  "reliability",
                  "report",
                  "journal",
                  "dicom",
                  "cli")));

  /** Who may know the program's surroundings, and why. */
  private static final Map<String, List<String>> SURROUNDINGS =
      Map.of(
          // The shell of ImageJ.
          "ij.", List.of("org.cervimark.imagej"),
          "javax.swing.", List.of("org.cervimark.imagej"),
          // Figures are drawn off screen by the JDK's 2D renderer, which lives in java.awt;
          // pictures
          // are written by ImageIO, and JPEG is decoded by it, into types of java.awt.image.
          "java.awt.",
              List.of(
                  "org.cervimark.imagej",
                  "org.cervimark.report",
                  "org.cervimark.cli",
                  "org.cervimark.dicom.codec",
                  // Pictures for whoever draws over them.
                  "org.cervimark.dicom.image"),
          "javax.imageio.",
              List.of(
                  "org.cervimark.imagej",
                  "org.cervimark.report",
                  "org.cervimark.cli",
                  "org.cervimark.dicom.codec",
                  // Takes the toolkit's defective services out of ImageIO's registry.
                  "org.cervimark.dicom.toolkit"),
          "org.aoju.", List.of("org.cervimark.dicom"),
          "org.dcm4che3.", List.of("org.cervimark.dicom"),
          "org.cervimark.dicom.toolkit.", List.of("org.cervimark.dicom"),
          "com.google.gson.", List.of("org.cervimark.report", "org.cervimark.cli"),
          // The note as PDF; nothing else writes PDF.
          "org.apache.", List.of("org.cervimark.report.pdf"),
          "org.snakeyaml.", List.of("org.cervimark.definition"));

  /** What of java.awt needs no screen: shapes, colours, fonts, pictures and the pen for them. */
  private static final List<String> OFF_SCREEN =
      List.of(
          "java.awt.BasicStroke",
          "java.awt.Color",
          "java.awt.color.",
          "java.awt.Font",
          "java.awt.FontMetrics",
          "java.awt.Graphics2D",
          "java.awt.Point",
          "java.awt.Rectangle",
          "java.awt.RenderingHints",
          "java.awt.Shape",
          "java.awt.Stroke",
          "java.awt.font.",
          "java.awt.geom.",
          "java.awt.image.");

  private static final List<SourceFile> SOURCES = SourceFile.below(SourceFile.MAIN);

  /** What lies where a class of the program lies; tests are compiled to another folder. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Product.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void packagesKnowWhatTheTableSays() {
    List<String> found = new ArrayList<>();
    for (SourceFile source : SOURCES) {
      String own = firstLevel(source.packageName() + ".");
      assertTrue(MAY_KNOW.containsKey(own), "package " + own + " is not in the table");
      for (String name : source.qualifiedNames()) {
        if (name.startsWith(BASE)
            && !firstLevel(name).equals(own)
            && !MAY_KNOW.getOrDefault(own, Set.of()).contains(firstLevel(name))) {
          found.add(source.path() + " knows " + name);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void classFilesKnowNoMoreThanTheirSources() {
    List<String> found = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      String own = firstLevel(type.getPackageName() + ".");
      type.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass().getBaseComponentType().getName())
          .filter(name -> name.startsWith(BASE))
          .map(ArchitectureTest::firstLevel)
          .filter(other -> !other.equals(own))
          .filter(other -> !MAY_KNOW.getOrDefault(own, Set.of()).contains(other))
          .forEach(other -> found.add(type.getName() + " knows " + other));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void surroundingsAreKnownWhereTheyAreNamed() {
    List<String> found = new ArrayList<>();
    for (SourceFile source : SOURCES) {
      for (String name : source.qualifiedNames()) {
        SURROUNDINGS.forEach(
            (prefix, where) -> {
              if (name.startsWith(prefix) && where.stream().noneMatch(source::isIn)) {
                found.add(source.path() + " knows " + name);
              }
            });
        if (name.startsWith("java.awt.")
            && !source.isIn("org.cervimark.imagej")
            && OFF_SCREEN.stream().noneMatch(name::startsWith)) {
          found.add(source.path() + " needs a screen for " + name);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void classFilesKnowSurroundingsWhereTheyAreNamed() {
    List<String> found = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      type.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass().getBaseComponentType().getName())
          .forEach(
              name ->
                  SURROUNDINGS.forEach(
                      (prefix, where) -> {
                        if (name.startsWith(prefix)
                            && where.stream()
                                .noneMatch((type.getPackageName() + ".")::startsWith)) {
                          found.add(type.getName() + " knows " + name);
                        }
                      }));
    }
    assertEquals(List.of(), found);
  }

  /** No address that stands in a file is ever followed: nothing of ours opens connections. */
  @Test
  void nothingOpensConnections() {
    List<String> found = new ArrayList<>();
    for (SourceFile source : SOURCES) {
      for (String name : source.qualifiedNames()) {
        // The repair of ImageIO's registry reads resources of the class path by their URLs.
        if (name.startsWith("java.net.")
            && !name.startsWith("java.net.URI")
            && !source.isIn("org.cervimark.dicom.toolkit")) {
          found.add(source.path() + " knows " + name);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.cervimark.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** What other packages use of ours has no type of the toolkit in its signatures. */
  @Test
  void toolkitStaysBehindTheDoor() {
    List<String> found = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      boolean usedOutside =
          type.getPackageName().startsWith("org.cervimark.dicom")
              && type.getDirectDependenciesToSelf().stream()
                  .map(d -> d.getOriginClass().getPackageName())
                  .anyMatch(name -> !name.startsWith("org.cervimark.dicom"));
      if (usedOutside) {
        for (JavaMethod method : type.getMethods()) {
          if (method.getModifiers().contains(JavaModifier.PUBLIC)
              && Stream.concat(
                      method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                  .anyMatch(t -> TOOLKIT.stream().anyMatch(t.getName()::startsWith))) {
            found.add(method.getFullName());
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void nothingStaticIsMutable() {
    List<String> found = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (modifiers.contains(JavaModifier.STATIC)
            && !modifiers.contains(JavaModifier.FINAL)
            && !modifiers.contains(JavaModifier.SYNTHETIC)) {
          found.add(field.getFullName());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /** The rules are worth what the scan sees. */
  @Test
  void scanSeesCodeAndNotComments() {
    String text =
        """
        package org.cervimark.image;
        import static ij.gui.Roi.POINT;
        /* org.aoju.bus.image.Tag */ // javax.swing.JLabel
        class A { String s = "java.awt.Panel"; Object o = new org.aoju.bus.image.Tag(); char c = '"'; }
        """;
    assertEquals(
        List.of("ij.gui.Roi", "org.aoju.bus.image.Tag", "org.cervimark.image"),
        new SourceFile(SourceFile.MAIN, "org.cervimark.image", SourceFile.withoutComments(text))
            .qualifiedNames());
  }

  private static String firstLevel(String name) {
    return name.substring(BASE.length()).replaceAll("\\..*", "");
  }

  private static Set<String> with(Set<String> packages, String... more) {
    Set<String> all = new TreeSet<>(packages);
    all.addAll(List.of(more));
    return all;
  }
}
