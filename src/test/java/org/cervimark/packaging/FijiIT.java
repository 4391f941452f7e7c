package org.cervimark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.ClassPool;
import net.imagej.patcher.LegacyEnvironment;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped jar in the {@code plugins} folder of an ImageJ that Fiji's own patcher has changed,
 * found there by Fiji's class loader. What Fiji adds beside it (SciJava, its update sites) is not
 * part of this.
 */
class FijiIT {

  private static final Path FILM = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  @TempDir private Path folder;

  @Test
  void macrosRunHeadless() throws Exception {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    Files.copy(
        Path.of(System.getProperty("cervimark.jar", "plugins/CerviMark_.jar")),
        plugins.resolve("CerviMark_.jar"));
    Path study = Files.createDirectories(folder.resolve("study"));
    Files.copy(FILM, study.resolve("film.dcm"));
    Path macro = folder.resolve("slope.ijm");
    Files.writeString(
        macro,
        """
        run("CerviMark Open Folder", "path=[%s]");
        run("CerviMark Place", "landmark=c2-inferior-endplate-posterior column=600 row=640");
        run("CerviMark Place", "landmark=c2-inferior-endplate-anterior column=800 row=660");
        run("CerviMark Save", "reader=[Lee^Younghee]");
        print("slope " + call("org.cervimark.imagej.MacroCommand.value", "c2-slope"));
        """
            .formatted(study.toString().replace('\\', '/')));
    String said =
        ForkedJvm.run(
            List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dplugins.dir=" + plugins),
            classPath(),
            "org.cervimark.packaging.FijiProbe",
            List.of(macro.toString()));
    assertTrue(said.startsWith("slope "), said);
    // The film faces right; the anterior end lies 20 pixels lower, 200 pixels before the other.
    assertEquals(
        Math.toDegrees(Math.atan2(20, 200)), Double.parseDouble(said.substring(6)), 1e-9, said);
    StudyFolder kept = StudyFolder.scan(study);
    String uid = kept.images().get(0).radiograph().reference().studyInstanceUid();
    assertEquals(1, new FolderStore(study, study).revisions(uid).size());
  }

  /** ImageJ, its patcher and the program that starts both: nothing of CerviMark. */
  private String classPath() throws IOException, URISyntaxException {
    Path probe = Path.of("org", "cervimark", "packaging", "FijiProbe.class");
    Path classes = folder.resolve("classes");
    Files.createDirectories(classes.resolve(probe).getParent());
    Files.copy(origin(FijiIT.class).resolve(probe), classes.resolve(probe));
    return Stream.of(
            classes, origin(IJ.class), origin(LegacyEnvironment.class), origin(ClassPool.class))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path origin(Class<?> loaded) throws URISyntaxException {
    return Path.of(loaded.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
