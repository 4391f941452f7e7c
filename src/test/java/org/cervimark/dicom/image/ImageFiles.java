package org.cervimark.dicom.image;

import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.TransferSyntax;

/** Small image files with the header that a test needs. */
final class ImageFiles {

  private ImageFiles() {}

  /** The header of a CR image of 2 rows and 3 columns, 12 of 16 bits, without a scale. */
  static Attributes header() {
    Attributes header = new Attributes();
    header.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1");
    header.setString(Tag.SOPInstanceUID, VR.UI, "2.25.3");
    header.setString(Tag.StudyInstanceUID, VR.UI, "2.25.1");
    header.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2");
    header.setString(Tag.Modality, VR.CS, "CR");
    header.setString(Tag.PatientID, VR.LO, "T1");
    header.setInt(Tag.SamplesPerPixel, VR.US, 1);
    header.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    header.setInt(Tag.Rows, VR.US, 2);
    header.setInt(Tag.Columns, VR.US, 3);
    header.setInt(Tag.BitsAllocated, VR.US, 16);
    header.setInt(Tag.BitsStored, VR.US, 12);
    header.setInt(Tag.HighBit, VR.US, 11);
    header.setInt(Tag.PixelRepresentation, VR.US, 0);
    return header;
  }

  /** The header with pixels 0 to 5. */
  static Attributes image() {
    Attributes image = header();
    image.setBytes(Tag.PixelData, VR.OW, new byte[] {0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0});
    return image;
  }

  static Path write(Path folder, String name, Attributes image) throws DicomException {
    return write(folder, name, image, TransferSyntax.EXPLICIT_LITTLE);
  }

  static Path write(Path folder, String name, Attributes image, TransferSyntax syntax)
      throws DicomException {
    Path file = folder.resolve(name);
    DataSetWriter.write(file, image, syntax);
    return file;
  }
}
