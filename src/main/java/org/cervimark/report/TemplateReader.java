package org.cervimark.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;

/** Reads templates and refuses, with the line, what would not come out as meant. */
public final class TemplateReader {

  private static final String REMARK = "##";
  private static final String IMAGES = "[images]";
  private static final String END = "[end]";
  private static final long LARGEST = 256 * 1024;

  private final Catalogue catalogue;
  private final Wording wording;

  /**
   * With a catalogue whose measurements templates may name.
   *
   * @param locale the language of the sentences in exceptions
   */
  public TemplateReader(Catalogue catalogue, Locale locale) {
    this.catalogue = catalogue;
    this.wording = Wording.of(TemplateReader.class, locale);
  }

  /** The template that comes with the program. */
  public static NoteTemplate standard() {
    return shipped("note.txt");
  }

  /** The same as a text to begin one's own with. */
  public static String standardText() {
    return shippedText("note.txt");
  }

  /** The part of it that tells of one image. */
  static NoteTemplate standardImage() {
    return shipped("note-image.txt");
  }

  /**
   * Reads a template of the site's.
   *
   * @throws TemplateException if it cannot be read or makes no sense
   */
  public NoteTemplate read(Path file) throws TemplateException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new TemplateException(wording.get("template.large", file.toString()));
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return parse(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text, true);
    } catch (NoSuchFileException e) {
      throw new TemplateException(wording.get("template.missing", file.toString()), e);
    } catch (CharacterCodingException e) {
      throw new TemplateException(wording.get("template.encoding", file.toString()), e);
    } catch (IOException e) {
      throw new TemplateException(wording.get("template.unreadable", file.toString()), e);
    }
  }

  /**
   * Reads a template that is being written.
   *
   * @param file what sentences call it
   * @throws TemplateException if it makes no sense
   */
  public NoteTemplate read(String file, String text) throws TemplateException {
    return parse(file, text, true);
  }

  private static NoteTemplate shipped(String name) {
    try {
      return new TemplateReader(Catalogue.builtIn(), Locale.ENGLISH)
          .parse(name, shippedText(name), name.equals("note.txt"));
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shippedText(String name) {
    try (InputStream in = TemplateReader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build has left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NoteTemplate parse(String file, String text, boolean whole) throws TemplateException {
    List<NoteTemplate.Part> document = new ArrayList<>();
    List<NoteTemplate.Part> image = new ArrayList<>();
    boolean inImages = !whole;
    boolean disclaimed = !whole;
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].stripTrailing().replace("\t", "  ");
      String at = Integer.toString(i + 1);
      if (line.startsWith(REMARK)) {
        continue;
      }
      if (line.equals(IMAGES) || line.equals(END)) {
        if (inImages == line.equals(IMAGES)) {
          throw new TemplateException(wording.get("template.nesting", file, at, line));
        }
        if (inImages) {
          document.add(new NoteTemplate.Images(List.copyOf(image)));
          image.clear();
        }
        inImages = !inImages;
        continue;
      }
      Optional<NoteTemplate.Block> block = NoteTemplate.block(line);
      requireKnown(file, at, line, inImages, block.isPresent());
      disclaimed |= block.filter(b -> b.name().equals("disclaimer")).isPresent();
      (inImages ? image : document)
          .add(block.isPresent() ? block.get() : new NoteTemplate.Line(PlainText.harmless(line)));
    }
    if (whole && inImages) {
      throw new TemplateException(wording.get("template.open", file));
    }
    if (!disclaimed) {
      throw new TemplateException(wording.get("template.disclaimer", file));
    }
    return new NoteTemplate(whole ? document : image);
  }

  private void requireKnown(String file, String at, String line, boolean inImages, boolean alone)
      throws TemplateException {
    Matcher names = NoteTemplate.NAME.matcher(line);
    while (names.find()) {
      String name = names.group(1);
      Set<String> known = new TreeSet<>(TemplateNames.known(inImages));
      if (name.startsWith(TemplateNames.VALUE)) {
        String id = name.substring(TemplateNames.VALUE.length());
        known.clear();
        catalogue.measurements().stream().map(Measurement::id).forEach(known::add);
        require(known, id, file, at, "template.measurement");
      } else if (TemplateNames.known(!inImages).contains(name)) {
        throw new TemplateException(
            wording.get(inImages ? "template.inside" : "template.outside", file, at, name));
      } else {
        require(known, name, file, at, "template.name");
        if (TemplateNames.isBlock(name) && !alone) {
          throw new TemplateException(wording.get("template.alone", file, at, name));
        }
      }
    }
    String rest = NoteTemplate.NAME.matcher(line).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw new TemplateException(wording.get("template.brace", file, at));
    }
  }

  private void require(Set<String> known, String name, String file, String at, String key)
      throws TemplateException {
    if (!known.contains(name)) {
      Optional<String> meant = Spelling.nearest(name, known);
      throw new TemplateException(
          meant.isPresent()
              ? wording.get(key + ".meant", file, at, name, meant.get())
              : wording.get(key, file, at, name, String.join(", ", known)));
    }
  }
}
