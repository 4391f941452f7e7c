package org.cervimark.dicom.toolkit;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;

/**
 * The seam at which whatever the toolkit throws becomes one checked exception. On broken files it
 * throws unchecked exceptions of many kinds, its own without any text, and overflows the stack, so
 * that here, and only here, they are caught broadly.
 */
public final class ToolkitCall {

  /** Something that asks the toolkit. */
  @FunctionalInterface
  public interface Action<T> {
    /** Does it. */
    T run() throws IOException, DicomException;
  }

  private ToolkitCall() {}

  /**
   * Runs an action that reads a file or decodes values read from it.
   *
   * @throws DicomException with a sentence that names the file if the action failed in any way
   */
  public static <T> T reading(Path file, Action<T> action) throws DicomException {
    Toolkit.start();
    try {
      return action.run();
    } catch (RefusedException e) {
      throw new DicomException(DicomMessages.text(e.key(), file), e);
    } catch (NoSuchFileException e) {
      throw new DicomException(DicomMessages.text("read.missing", file), e);
    } catch (AccessDeniedException e) {
      throw new DicomException(DicomMessages.text("read.denied", file), e);
    } catch (EOFException e) {
      throw new DicomException(DicomMessages.text("read.truncated", file), e);
    } catch (ZipException e) {
      throw new DicomException(DicomMessages.text("read.deflate", file), e);
    } catch (StackOverflowError e) {
      throw new DicomException(DicomMessages.text("read.nesting", file), e);
    } catch (OutOfMemoryError e) {
      throw new DicomException(DicomMessages.text("read.memory", file), e);
    } catch (FileSystemException | UncheckedIOException e) {
      throw new DicomException(DicomMessages.text("read.device", file), e);
    } catch (IOException | RuntimeException e) {
      throw new DicomException(DicomMessages.text("read.damaged", file), e);
    }
  }

  /**
   * Runs an action that writes a file.
   *
   * @throws DicomException with a sentence that names the file if the action failed in any way
   */
  public static <T> T writing(Path file, Action<T> action) throws DicomException {
    Toolkit.start();
    try {
      return action.run();
    } catch (java.nio.file.FileAlreadyExistsException e) {
      throw new DicomException(DicomMessages.text("write.exists", file), e);
    } catch (NoSuchFileException e) {
      throw new DicomException(DicomMessages.text("write.folder", file), e);
    } catch (AccessDeniedException e) {
      throw new DicomException(DicomMessages.text("write.denied", file), e);
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("write.device", file), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new DicomException(DicomMessages.text("write.contents", file), e);
    }
  }

  /**
   * A refusal of ours, thrown through the toolkit's stream handler, which knows IOException only.
   */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String key;

    RefusedException(String key) {
      super(key);
      this.key = key;
    }

    String key() {
      return key;
    }
  }
}
