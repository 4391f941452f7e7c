package org.cervimark.dicom.toolkit;

import java.nio.file.Path;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** Many reports of our writer's, which differ in their UIDs. */
public final class BenchmarkReports {

  private BenchmarkReports() {}

  /** Writes so many reports after a saved one. */
  public static void write(Path report, Path folder, int count) throws Exception {
    Attributes dataSet = DataSetReader.readWhole(report).dataSet();
    for (int i = 0; i < count; i++) {
      dataSet.setString(Tag.SOPInstanceUID, VR.UI, Uids.random());
      dataSet.setString(Tag.SeriesInstanceUID, VR.UI, Uids.random());
      DataSetWriter.write(folder.resolve(String.format(Locale.ROOT, "%06d.dcm", i)), dataSet);
    }
  }

  /** Opens and reads a file and does nothing with it. */
  public static int read(Path file) throws Exception {
    return DataSetReader.readWhole(file).dataSet().size();
  }
}
