package org.cervimark.dicom.codec;

import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;
import org.cervimark.image.PixelFormat;

/**
 * JPEG 2000 (ITU-T T.800) by the classes of JJ2000, the codec in the jai-imageio project. They are
 * called directly: going through ImageIO would depend on what other programs have registered.
 */
final class J2kDecoder implements FrameDecoder {

  @Override
  public short[] decode(byte[] codeStream, PixelFormat format) throws CodecException {
    J2kHeader header = J2kHeader.read(codeStream, format);
    FirstComplaint complaint = new FirstComplaint();
    FacilityManager.registerMsgLogger(Thread.currentThread(), complaint);
    try {
      short[] cells = new J2kChain(codeStream, header).decode(format.bitsAllocated());
      if (!complaint.text.isEmpty()) {
        throw new CodecException("its JPEG 2000 data are damaged: " + complaint.text);
      }
      return cells;
    } catch (CodecException e) {
      throw e;
    } catch (Throwable e) {
      // Damaged data make JJ2000 throw whatever it meets, and ThreadDeath at that: the one place
      // where everything is caught.
      throw new CodecException("its JPEG 2000 data are damaged", e);
    } finally {
      FacilityManager.unregisterMsgLogger(Thread.currentThread());
    }
  }

  /** Keeps what JJ2000 would print about damage that it passes over. */
  private static final class FirstComplaint implements MsgLogger {

    private String text = "";

    @Override
    public void printmsg(int severity, String message) {
      if (severity >= WARNING && text.isEmpty()) {
        text = message;
      }
    }

    @Override
    public void println(String message, int firstIndent, int indent) {
      // Progress and statistics.
    }

    @Override
    public void flush() {
      // Nothing is buffered.
    }
  }
}
