package org.cervimark.measurement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.definition.Definition;
import org.cervimark.definition.DefinitionFile;
import org.cervimark.definition.Family;
import org.cervimark.definition.Problems;
import org.cervimark.measurement.expression.Vocabulary;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

/**
 * Reads a catalogue from definition files. Each file may hold any of the sections {@code version},
 * {@code sources}, {@code sites}, {@code methods}, {@code warnings}, {@code landmarks}, {@code
 * aliases}, {@code constructions}, {@code measurements} and {@code protocols}; a formula may use
 * what stands before it, in the same file or in an earlier one.
 */
public final class CatalogueReader {

  private static final List<String> SECTIONS =
      List.of(
          "version",
          "sources",
          "sites",
          "methods",
          "warnings",
          "landmarks",
          "aliases",
          "constructions",
          "measurements",
          "protocols");

  /** How the codes of users begin, so that they never meet one of ours. */
  static final String USERS = "X";

  private final Problems problems = new Problems();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, Code> sites = new LinkedHashMap<>();
  private final Map<String, String> methods = new LinkedHashMap<>();
  private final Map<String, BilingualText> warnings = new LinkedHashMap<>();
  private final Map<LandmarkId, Landmark> landmarks = new LinkedHashMap<>();
  private final Map<String, Measurement> measurements = new LinkedHashMap<>();
  private final Map<String, Protocol> protocols = new LinkedHashMap<>();
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final Vocabulary vocabulary = new Vocabulary();
  private String version = "";
  private Set<String> ofUsers = Set.of();

  private CatalogueReader() {}

  /**
   * Reads files together.
   *
   * @param files the files in order; later ones add to earlier ones and never replace
   * @throws CatalogueException if anything is wrong; names every mistake
   */
  public static Catalogue read(List<DefinitionText> files) throws CatalogueException {
    return new CatalogueReader().readAll(files);
  }

  /**
   * Reads files that add to the catalogue that comes with the program.
   *
   * @param files the added files in order
   * @throws CatalogueException if anything is wrong; names every mistake
   */
  public static Catalogue addToBuiltIn(List<DefinitionText> files) throws CatalogueException {
    List<DefinitionText> all = new ArrayList<>(BuiltInCatalogue.files());
    all.addAll(files);
    CatalogueReader reader = new CatalogueReader();
    reader.ofUsers = files.stream().map(DefinitionText::name).collect(Collectors.toSet());
    return reader.readAll(all);
  }

  private Catalogue readAll(List<DefinitionText> files) throws CatalogueException {
    List<Definition> roots = new ArrayList<>();
    for (DefinitionText file : files) {
      DefinitionFile.parse(file.name(), file.text(), problems).ifPresent(roots::add);
    }
    roots.forEach(root -> root.allowOnly(SECTIONS));
    roots.forEach(this::readTables);
    LandmarkReader landmarkReader = new LandmarkReader(sites, problems);
    eachMember(
        roots,
        "landmarks",
        (record, member) -> landmarkReader.read(record, member).ifPresent(l -> add(record, l)));
    roots.forEach(this::readAliases);
    LandmarkDictionary dictionary = new LandmarkDictionary(landmarks.values());
    MeasurementReader reader =
        new MeasurementReader(
            dictionary, vocabulary, methods, warnings, sources.keySet(), problems);
    for (Definition root : roots) {
      eachMember(List.of(root), "constructions", reader::readConstruction);
      eachMember(
          List.of(root),
          "measurements",
          (record, member) -> reader.read(record, member).ifPresent(m -> add(record, m)));
    }
    ProtocolReader protocolReader = new ProtocolReader(dictionary, measurements, problems);
    for (Definition root : roots) {
      for (Definition record : root.elements("protocols")) {
        protocolReader.read(record).ifPresent(p -> add(record, p));
      }
    }
    if (problems.count() > 0) {
      throw new CatalogueException(problems.messages());
    }
    return new Catalogue(
        stamped(files), dictionary, measurements.values(), protocols.values(), sources);
  }

  /** The version; with files of a user also what they say, so that a reading tells them apart. */
  private String stamped(List<DefinitionText> files) {
    String theirs =
        files.stream()
            .filter(f -> ofUsers.contains(f.name()))
            .map(DefinitionText::text)
            .collect(Collectors.joining("\u0000"));
    return theirs.isEmpty()
        ? version
        : version
            + "+"
            + UUID.nameUUIDFromBytes(theirs.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
  }

  private void readTables(Definition root) {
    root.find("version").ifPresent(v -> readVersion(root, v));
    eachField(root, "sources", (key, value) -> put(sources, key, value.text(), value));
    eachField(root, "methods", (key, value) -> put(methods, key, value.text(), value));
    eachField(
        root,
        "warnings",
        (key, value) ->
            put(warnings, key, new RecordFields(value, Family.none()).bilingual(), value));
    eachField(
        root,
        "sites",
        (key, value) -> {
          List<Definition> parts = value.elements();
          if (parts.size() != 2 || parts.stream().anyMatch(p -> p.text().isEmpty())) {
            value.problem("expected a SNOMED CT code and its meaning");
            return;
          }
          put(sites, key, new Code(parts.get(0).text(), "SCT", parts.get(1).text()), value);
        });
  }

  private void readVersion(Definition root, Definition value) {
    if (isOfUser(root)) {
      value.problem("the version of the catalogue is not yours to set; leave it out");
    } else {
      version = value.text();
    }
  }

  private boolean isOfUser(Definition record) {
    return ofUsers.contains(record.position().file());
  }

  private void readAliases(Definition root) {
    eachField(
        root,
        "aliases",
        (alias, meant) -> {
          if (!vocabulary.addAlias(alias, meant.text())) {
            meant.problem(
                "\"" + meant.text() + "\" is unknown, or the name \"" + alias + "\" is taken");
          }
        });
  }

  private void add(Definition record, Landmark landmark) {
    claimCode(record, landmark.code(), landmark.id().value());
    if (!vocabulary.addLandmark(landmark.id())) {
      record.problem("the name \"" + landmark.id() + "\" is already taken");
    }
    landmarks.putIfAbsent(landmark.id(), landmark);
  }

  private void add(Definition record, Measurement measurement) {
    claimCode(record, measurement.code(), measurement.id());
    measurement
        .categories()
        .forEach(c -> claimCode(record, c.code(), measurement.id() + " " + c.id()));
    measurements.putIfAbsent(measurement.id(), measurement);
  }

  private void add(Definition record, Protocol protocol) {
    put(protocols, protocol.id(), protocol, record);
  }

  private void claimCode(Definition record, Code code, String owner) {
    if (!code.scheme().equals(PrivateScheme.DESIGNATOR)) {
      return;
    }
    if (isOfUser(record) && !code.value().startsWith(USERS)) {
      record.problem(
          "codes of your own begin with "
              + USERS
              + ", which none of ours does; found "
              + code.value());
    }
    String other = codes.putIfAbsent(code.value(), owner);
    if (other != null) {
      record.problem("the code " + code.value() + " already belongs to " + other);
    }
  }

  private static <T> void put(Map<String, T> map, String key, T value, Definition where) {
    if (map.putIfAbsent(key, value) != null) {
      where.problem("\"" + key + "\" is defined twice");
    }
  }

  private static void eachField(
      Definition root, String section, BiConsumer<String, Definition> action) {
    Optional<Definition> found = root.find(section);
    found.ifPresent(definition -> definition.fields().forEach(action));
  }

  private static void eachMember(
      List<Definition> roots, String section, BiConsumer<Definition, Family> action) {
    for (Definition root : roots) {
      for (Definition record : root.elements(section)) {
        Family.of(record).forEach(member -> action.accept(record, member));
      }
    }
  }
}
