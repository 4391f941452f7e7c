package org.cervimark.peer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cervimark.image.ImagePoint;

/**
 * What DCMTK reads in a presentation state, as {@code dcmp2pgm -v} lists it.
 *
 * @param listing its lines
 */
record PictureListing(List<String> listing) {

  private static final Pattern GRAPHIC =
      Pattern.compile("graphic \\d+: points=\\d+ type=(\\w+) filled=no units=pixel");

  private static final Pattern TEXT = Pattern.compile("text \\d+: \"(.*)\"");

  private static final Pattern BOX =
      Pattern.compile("bounding box: TLHC=(\\S+)\\\\(\\S+) BRHC=(\\S+)\\\\(\\S+) units=pixel");

  /** A graphic. */
  record Line(String type, List<ImagePoint> points) {}

  /** Has DCMTK read a state, and draw the grey of its image into a file. */
  static PictureListing of(Path state, Path image, Path grey) {
    return new PictureListing(
        Peers.succeed(
                "dcmtk",
                "dcmp2pgm",
                "-v",
                "-p",
                state.toString(),
                image.toString(),
                grey.toString())
            .lines()
            .toList());
  }

  /** The graphics, in order. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < listing.size(); i++) {
      Matcher graphic = GRAPHIC.matcher(listing.get(i));
      if (graphic.find()) {
        List<ImagePoint> points = new ArrayList<>();
        String coordinates = listing.get(i + 1).replaceFirst(".*coordinates: ", "");
        for (String pair : coordinates.split(", *", 0)) {
          String[] numbers = pair.split("\\\\", -1);
          points.add(
              new ImagePoint(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        }
        lines.add(new Line(graphic.group(1), points));
      }
    }
    return lines;
  }

  /** The texts, in order. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String line : listing) {
      Matcher text = TEXT.matcher(line);
      if (text.find()) {
        texts.add(text.group(1));
      }
    }
    return texts;
  }

  /** Where the texts stand: upper left and lower right corner. */
  List<List<ImagePoint>> boxes() {
    List<List<ImagePoint>> boxes = new ArrayList<>();
    for (String line : listing) {
      Matcher box = BOX.matcher(line);
      if (box.find()) {
        boxes.add(
            List.of(
                new ImagePoint(Double.parseDouble(box.group(1)), Double.parseDouble(box.group(2))),
                new ImagePoint(
                    Double.parseDouble(box.group(3)), Double.parseDouble(box.group(4)))));
      }
    }
    return boxes;
  }
}
