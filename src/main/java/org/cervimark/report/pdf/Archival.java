package org.cervimark.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.cervimark.terminology.Product;

/** What makes a PDF a PDF/A-1b (ISO 19005-1): metadata in XMP, and the meaning of its colours. */
final class Archival {

  private static final float PDF_1_4 = 1.4f;
  private static final DateTimeFormatter XMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private Archival() {}

  /**
   * Completes a document.
   *
   * @param title no patient data
   * @param language BCP 47
   * @param made the moment that the document states, to the second
   */
  static void complete(PDDocument document, String title, String language, LocalDateTime made)
      throws IOException {
    document.setVersion(PDF_1_4);
    var moment = made.withNano(0).atZone(ZoneId.systemDefault());
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setCreator(Product.NAME);
    information.setProducer(Product.nameAndVersion());
    information.setCreationDate(GregorianCalendar.from(moment));
    information.setModificationDate(GregorianCalendar.from(moment));
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage(language);
    PDMetadata metadata =
        new PDMetadata(
            document,
            new ByteArrayInputStream(
                xmp(title, XMP.format(moment)).getBytes(StandardCharsets.UTF_8)));
    document.getDocumentCatalog().setMetadata(metadata);
    PDOutputIntent colours =
        new PDOutputIntent(
            document,
            new ByteArrayInputStream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
    colours.setInfo("sRGB IEC61966-2.1");
    colours.setOutputCondition("sRGB IEC61966-2.1");
    colours.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    colours.setRegistryName("http://www.color.org");
    document.getDocumentCatalog().addOutputIntent(colours);
  }

  private static String xmp(String title, String moment) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
    <pdfaid:part>1</pdfaid:part>
    <pdfaid:conformance>B</pdfaid:conformance>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:format>application/pdf</dc:format>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@TITLE</rdf:li></rdf:Alt></dc:title>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
    <xmp:CreatorTool>@CREATOR</xmp:CreatorTool>
    <xmp:CreateDate>@MOMENT</xmp:CreateDate>
    <xmp:ModifyDate>@MOMENT</xmp:ModifyDate>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
    <pdf:Producer>@PRODUCER</pdf:Producer>
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>\
    """
        .replace("@TITLE", escaped(title))
        .replace("@CREATOR", Product.NAME)
        .replace("@MOMENT", moment)
        .replace("@PRODUCER", escaped(Product.nameAndVersion()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
