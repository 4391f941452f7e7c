package org.cervimark.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;

/**
 * Landmarks with the value that they must give, worked out by hand: first line the construction,
 * second the value, then the landmarks in millimetres of the patient plane.
 *
 * @param path where it lies
 * @param truth how the value follows from the construction
 * @param expected the value, or the id of the class
 * @param films the landmarks of each film; of a single film under the empty name
 */
record CaseFile(
    Path path, String truth, String expected, SortedMap<String, List<Placement>> films) {

  static final Path FOLDER = Path.of("src/test/resources/cases");

  /** The case of a measurement; a colon in its id is a dot in the name of the file. */
  static CaseFile of(String measurement) {
    Path path = FOLDER.resolve(measurement.replace(':', '.') + ".csv");
    try {
      List<String> lines = Files.readAllLines(path);
      SortedMap<String, List<Placement>> films = new TreeMap<>();
      for (String line : lines.subList(3, lines.size())) {
        String[] row = line.split(",", -1);
        Point2 point = new Point2(Double.parseDouble(row[2]), Double.parseDouble(row[3]));
        films
            .computeIfAbsent(row[0], f -> new ArrayList<>())
            .add(
                Placement.at(
                    new LandmarkId(row[1]), SchematicFilm.toImage(point), Visibility.CLEAR));
      }
      return new CaseFile(
          path,
          lines.get(0).replaceFirst("^# ", ""),
          lines.get(1).replaceFirst("^# expected: ", ""),
          films);
    } catch (IOException e) {
      throw new UncheckedIOException("no case for " + measurement, e);
    }
  }

  /** The measurement on the films of this case. */
  Take take(Measurement measurement) {
    SortedMap<String, Subject> subjects = new TreeMap<>();
    films.forEach(
        (name, placements) ->
            subjects.put(
                name,
                new Subject(
                    LandmarkSet.of(placements),
                    SchematicFilm.SCALE,
                    Optional.of(
                        SchematicFilm.standardOrientation(
                            SchematicFilm.projection(measurement))))));
    return new Take(measurement, subjects);
  }
}
