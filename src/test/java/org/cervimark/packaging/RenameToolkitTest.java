package org.cervimark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources as the profile {@code dcm4che} sees them. */
class RenameToolkitTest {

  // Put together here, so that the renaming of this very file leaves them alone.
  private static final String TOOLKIT = "org." + "aoju.bus.image";

  @TempDir Path folder;

  @Test
  void importsNamesAndMembersAreRenamedWhereTheyAreTheToolkits() throws IOException {
    String source =
        """
        package a;
        import TOOLKIT.Tag;
        import TOOLKIT.galaxy.data.VR;
        import TOOLKIT.galaxy.io.ImageInputStream;
        import javax.imageio.stream.ImageOutputStream;
        class A {
          ImageOutputStream kept;
          String also = "ImageInputStream";
          int tag = Tag.PixelData;
          void use(ImageInputStream in) { in.setImageInputHandler(null); }
        }
        """
            .replace("TOOLKIT", TOOLKIT);
    String renamed =
        """
        package a;
        import org.dcm4che3.data.Tag;
        import org.dcm4che3.data.VR;
        import org.dcm4che3.io.DicomInputStream;
        import javax.imageio.stream.ImageOutputStream;
        class A {
          ImageOutputStream kept;
          String also = "ImageInputStream";
          int tag = Tag.PixelData;
          void use(DicomInputStream in) { in.setDicomInputHandler(null); }
        }
        """;
    assertEquals("", rename(source));
    assertEquals(renamed, Files.readString(folder.resolve("renamed").resolve("A.java")));
  }

  @Test
  void unknownClassesEndTheBuild() throws IOException {
    String output = rename("import " + TOOLKIT + ".plugin.StoreSCP;\n");
    assertTrue(output.contains("A.java imports " + TOOLKIT + ".plugin.StoreSCP"), output);
  }

  private String rename(String source) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(sources.resolve("A.java"), source);
    Path build = Path.of("src", "build");
    return ForkedJvm.run(
        ".",
        build.resolve("RenameToolkit.java").toString(),
        List.of(
            build.resolve("dcm4che-rename.tsv").toString(),
            sources.toString(),
            folder.resolve("renamed").toString()));
  }
}
