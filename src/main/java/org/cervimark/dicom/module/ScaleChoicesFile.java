package org.cervimark.dicom.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.reading.ScaleChoices;
import org.cervimark.reading.StoreException;

/**
 * Answers on the scale in a file beside {@link InstallationFile}. Studies and devices stand in it
 * as digests, so that it names nobody.
 */
public final class ScaleChoicesFile implements ScaleChoices {

  private static final String NAME = "scale-choices.properties";
  private static final int DIGITS = 32;

  private final Path file;

  private ScaleChoicesFile(Path file) {
    this.file = file;
  }

  /** The file beside an installation's. */
  public static ScaleChoicesFile beside(Path installationFile) {
    return new ScaleChoicesFile(installationFile.resolveSibling(NAME));
  }

  @Override
  public Optional<String> find(ScaleQuestion question, String studyInstanceUid)
      throws StoreException {
    Properties known = load();
    return Optional.ofNullable(known.getProperty(key(Extent.STUDY, question, studyInstanceUid)))
        .or(
            () ->
                question.device().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(
                        known.getProperty(key(Extent.DEVICE, question, studyInstanceUid))))
        .filter(answer -> question.answer(answer).isPresent());
  }

  @Override
  public void remember(
      ScaleQuestion question, String studyInstanceUid, String answer, Extent extent)
      throws StoreException {
    if (question.answer(answer).isEmpty()) {
      throw new IllegalArgumentException("no such answer: " + answer);
    }
    if (extent == Extent.DEVICE && question.device().isEmpty()) {
      throw new IllegalArgumentException("the header names no device");
    }
    Properties known = load();
    known.setProperty(key(extent, question, studyInstanceUid), answer);
    try {
      PropertiesFile.replace(
          file, known, "CerviMark: scales chosen where image headers contradict themselves");
    } catch (IOException e) {
      throw new StoreException(DicomMessages.text("choices.unwritable", file), e);
    }
  }

  private Properties load() throws StoreException {
    try {
      return Files.exists(file) ? PropertiesFile.load(file) : new Properties();
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(DicomMessages.text("choices.damaged", file), e);
    }
  }

  private static String key(Extent extent, ScaleQuestion question, String studyInstanceUid) {
    return switch (extent) {
      case STUDY -> "study." + question.kind() + "." + digest(studyInstanceUid);
      case DEVICE -> "device." + question.kind() + "." + digest(question.device());
    };
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
