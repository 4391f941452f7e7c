package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Prefs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.report.Identification;
import org.cervimark.report.pdf.PageSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site's layout of the note, and what notes show, as they are kept. */
class NoteLayoutTest {

  private static final List<String> KEYS =
      List.of("cervimark.note.identify", "cervimark.note.paper");

  @TempDir private Path site;

  @AfterEach
  void forget() {
    KEYS.forEach(key -> Prefs.set(key, null));
  }

  @Test
  void oursIsOfferedUntilTheSiteHasItsOwn() throws Exception {
    NoteLayout layout = layout("CerviMark/note.txt");
    assertEquals(NoteLayout.ours(), layout.text());
    assertEquals(Optional.empty(), layout.mistake(layout.text()));
    layout.use("{title}\n{disclaimer}\n");
    assertEquals("{title}\n{disclaimer}\n", layout("CerviMark/note.txt").text());
    layout.use(NoteLayout.ours() + "\n");
    assertFalse(Files.exists(layout.place()), "ours needs no file");
    layout.use(NoteLayout.ours());
  }

  @Test
  void whatMakesNoSenseIsOneSentenceWithItsLine() {
    String mistake = layout("note.txt").mistake("{title}\n{patinet}\n{disclaimer}\n").orElseThrow();
    assertTrue(mistake.startsWith("note.txt, line 2:"), mistake);
    assertTrue(mistake.contains("\"patient\" is meant"), mistake);
    assertTrue(
        layout("note.txt").mistake("{title}\n").orElseThrow().contains("{disclaimer}"), mistake);
  }

  @Test
  void whatCannotBeWrittenLeavesTheLayoutAsItWas() throws Exception {
    Files.writeString(site.resolve("file"), "no folder");
    NoteLayout layout = layout("file/note.txt");
    assertThrows(IOException.class, () -> layout.use("{disclaimer}\n"));
    assertEquals("no folder", Files.readString(site.resolve("file")));
    assertEquals(NoteLayout.ours(), layout.text());
  }

  @Test
  void whatNotesShowIsRememberedAndNonsenseIsEverything() {
    Prefs.set(KEYS.get(0), "id,sex");
    Prefs.set(KEYS.get(1), "letter");
    NoteChoice kept = Settings.inPreferences().note();
    assertEquals("id,sex", kept.shown().list());
    assertEquals(PageSize.LETTER, kept.paper());
    Prefs.set(KEYS.get(0), "nonsense");
    Prefs.set(KEYS.get(1), "wallpaper");
    assertEquals(Identification.FULL, Settings.inPreferences().note().shown());
    assertEquals(PageSize.A4, Settings.inPreferences().note().paper());
    for (String list : List.of("all", "none", "name,reader")) {
      assertEquals(list, Identification.parse(list).orElseThrow().list());
    }
  }

  private NoteLayout layout(String name) {
    return new NoteLayout(site.resolve(name), Readings.CATALOGUE, Locale.ENGLISH);
  }
}
