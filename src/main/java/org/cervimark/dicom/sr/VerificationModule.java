package org.cervimark.dicom.sr;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.image.PersonName;
import org.cervimark.reading.Verification;

/** Who has signed a document: the part of PS3.3 C.17.2 that says so. */
final class VerificationModule {

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 6, true)
          .optionalEnd()
          .appendOffset("+HHMM", "+0000")
          .toFormatter(Locale.ROOT);

  private VerificationModule() {}

  /** Writes the flag, and if the document is signed, by whom. */
  static void write(Optional<Verification> verification, Attributes document) {
    if (verification.isEmpty()) {
      document.setString(Tag.VerificationFlag, VR.CS, "UNVERIFIED");
      return;
    }
    Verification signed = verification.get();
    document.setString(Tag.VerificationFlag, VR.CS, "VERIFIED");
    Attributes item = new Attributes(4);
    document.newSequence(Tag.VerifyingObserverSequence, 1).add(item);
    item.setString(Tag.VerifyingOrganization, VR.LO, signed.organization());
    item.setString(Tag.VerificationDateTime, VR.DT, MOMENT.format(signed.at()));
    item.setString(Tag.VerifyingObserverName, VR.PN, signed.observer().toDicom());
    item.newSequence(Tag.VerifyingObserverIdentificationCodeSequence, 0);
  }

  /** Who has signed a document; empty if nobody has, or it does not say who and when. */
  static Optional<Verification> read(Attributes document) {
    Attributes item = document.getNestedDataset(Tag.VerifyingObserverSequence);
    if (!document.getString(Tag.VerificationFlag, "").equals("VERIFIED") || item == null) {
      return Optional.empty();
    }
    String name = item.getString(Tag.VerifyingObserverName, "");
    String organization = item.getString(Tag.VerifyingOrganization, "");
    if (name.isBlank() || organization.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Verification(
              PersonName.parse(name),
              organization,
              OffsetDateTime.parse(item.getString(Tag.VerificationDateTime, ""), MOMENT)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
