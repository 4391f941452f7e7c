package org.cervimark.imagej;

import java.util.Optional;
import org.cervimark.image.PersonName;

/** Remembers who reads as long as a test runs. */
final class MemoryReaderName implements ReaderName {

  private Optional<PersonName> reader;
  private String organization = "";

  MemoryReaderName(Optional<PersonName> reader) {
    this.reader = reader;
  }

  @Override
  public Optional<PersonName> get() {
    return reader;
  }

  @Override
  public void set(PersonName newReader) {
    reader = Optional.of(newReader);
  }

  @Override
  public String organization() {
    return organization;
  }

  @Override
  public void setOrganization(String newOrganization) {
    organization = newOrganization;
  }
}
