package org.cervimark.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.cervimark.report.PlainText;

/**
 * The one font of the note, NanumGothic: Latin, Hangul and the Hanja of names. Each document embeds
 * the glyphs that it shows. A character that the font lacks is shown as a white square, and nothing
 * that a file says can stop the writing.
 */
final class NoteFont {

  private static final int INSTEAD = 0x25A1;

  private final PDType0Font font;
  private final CmapLookup glyphs;

  NoteFont(PDDocument document) throws IOException {
    TrueTypeFont parsed = parse();
    document.registerTrueTypeFontForClosing(parsed);
    this.font = PDType0Font.load(document, parsed, true);
    this.glyphs = parsed.getUnicodeCmapLookup();
  }

  private static TrueTypeFont parse() throws IOException {
    try (InputStream in = NoteFont.class.getResourceAsStream("NanumGothic.ttf.gz")) {
      if (in == null) {
        throw new IllegalStateException("the build has left out the font");
      }
      return new TTFParser()
          .parse(new RandomAccessReadBuffer(new GZIPInputStream(in, 1 << 16).readAllBytes()));
    }
  }

  PDType0Font font() {
    return font;
  }

  /** A text with what the font can show of it. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    PlainText.harmless(text)
        .codePoints()
        .map(NoteFont::twin)
        .forEach(c -> shown.appendCodePoint(glyphs.getGlyphId(c) == 0 ? INSTEAD : c));
    return shown.toString();
  }

  /** Characters that look like another that the font has. */
  private static int twin(int c) {
    return switch (c) {
      case 0x2212, 0x2010, 0x2011 -> '-';
      case 0xB5 -> 0x3BC;
      case 0xA0, 0x202F, 0x2009 -> ' ';
      default -> c;
    };
  }

  /** The width of a text that {@link #shown} gave. */
  double width(String shown, double size) {
    try {
      return font.getStringWidth(shown) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
