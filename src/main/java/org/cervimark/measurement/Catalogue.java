package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;

/** The landmark dictionary, the measurements and the protocols in force. Immutable. */
public final class Catalogue {

  private final String version;
  private final LandmarkDictionary landmarks;
  private final Map<String, Measurement> measurements;
  private final Map<String, Measurement> byCode;
  private final Map<String, Protocol> protocols;
  private final Map<String, String> sources;

  /**
   * A catalogue of these parts.
   *
   * @param version version of the catalogue, stored with every reading
   * @param landmarks the dictionary
   * @param measurements the measurements in the order of display
   * @param protocols the protocols in the order of display
   * @param sources the publications, by key
   */
  Catalogue(
      String version,
      LandmarkDictionary landmarks,
      Collection<Measurement> measurements,
      Collection<Protocol> protocols,
      Map<String, String> sources) {
    this.version = version;
    this.landmarks = landmarks;
    Map<String, Measurement> byId = new LinkedHashMap<>();
    measurements.forEach(m -> byId.put(m.id(), m));
    this.measurements = Collections.unmodifiableMap(byId);
    Map<String, Measurement> codes = new HashMap<>();
    byId.values().forEach(m -> codes.putIfAbsent(key(m.code()), m));
    this.byCode = Map.copyOf(codes);
    Map<String, Protocol> protocolsById = new LinkedHashMap<>();
    protocols.forEach(p -> protocolsById.put(p.id(), p));
    for (View view : View.values()) {
      everything(view, protocols).ifPresent(p -> protocolsById.putIfAbsent(p.id(), p));
    }
    this.protocols = Collections.unmodifiableMap(protocolsById);
    this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }

  /** The catalogue that comes with the program. */
  public static Catalogue builtIn() {
    return BuiltInCatalogue.get();
  }

  /**
   * This catalogue with the landmarks of another that it does not define, so that placements of
   * definitions which have vanished keep their names and codes.
   */
  public Catalogue keepingLandmarksOf(Catalogue other) {
    Set<String> codes = new HashSet<>();
    List<Landmark> kept = new ArrayList<>(landmarks.all());
    landmarks.all().forEach(l -> codes.add(l.code().value()));
    measurements.values().forEach(m -> codes.add(m.code().value()));
    for (Landmark landmark : other.landmarks.all()) {
      if (!landmarks.contains(landmark.id()) && codes.add(landmark.code().value())) {
        kept.add(landmark);
      }
    }
    return new Catalogue(
        version, new LandmarkDictionary(kept), measurements.values(), protocols.values(), sources);
  }

  /** The version of the catalogue. */
  public String version() {
    return version;
  }

  /** The landmark dictionary. */
  public LandmarkDictionary landmarks() {
    return landmarks;
  }

  /** All measurements in the order of display. */
  public List<Measurement> measurements() {
    return List.copyOf(measurements.values());
  }

  /** The measurement with this id, if there is one. */
  public Optional<Measurement> measurement(String id) {
    return Optional.ofNullable(measurements.get(id));
  }

  /** The measurement with this code, if there is one. */
  public Optional<Measurement> measurement(Code code) {
    return Optional.ofNullable(byCode.get(key(code)));
  }

  /** What makes two codes the same concept; neither part has a line end. */
  private static String key(Code code) {
    return code.scheme() + "\n" + code.value();
  }

  /**
   * All protocols in the order of display. After those written in the catalogue comes one for each
   * view, {@code <view>-all}, with every measurement defined on that view.
   */
  public List<Protocol> protocols() {
    return List.copyOf(protocols.values());
  }

  /** The protocol with this id, if there is one. */
  public Optional<Protocol> protocol(String id) {
    return Optional.ofNullable(protocols.get(id));
  }

  /** The first protocol made for a view, if there is one. */
  public Optional<Protocol> protocolFor(View view) {
    return protocols.values().stream().filter(p -> p.view() == view).findFirst();
  }

  /** The measurements of a protocol, in its order. */
  public List<Measurement> measurements(Protocol protocol) {
    return protocol.measurements().stream().flatMap(id -> measurement(id).stream()).toList();
  }

  /** The measurements that need several films, all of which are among these roles. */
  public List<Measurement> measurements(Set<FilmRole> films) {
    return measurements.values().stream()
        .filter(m -> !m.films().isEmpty() && films.containsAll(m.films()))
        .toList();
  }

  /** The publication behind a key of {@link Measurement.ReferenceValue#source}, if it is known. */
  public Optional<String> source(String key) {
    return Optional.ofNullable(sources.get(key));
  }

  private Optional<Protocol> everything(View view, Collection<Protocol> written) {
    List<Measurement> ofView =
        measurements.values().stream()
            .filter(m -> m.films().isEmpty() && m.views().contains(view))
            .toList();
    if (ofView.isEmpty()) {
      return Optional.empty();
    }
    Set<LandmarkId> needed = new HashSet<>();
    // A film of two of which one value is told is read for that value, too.
    measurements.values().stream()
        .filter(m -> m.views().contains(view))
        .forEach(m -> needed.addAll(m.formula().landmarks()));
    // A fit takes more points than it needs; a written protocol asks for them.
    written.stream().filter(p -> p.view() == view).forEach(p -> needed.addAll(p.landmarks()));
    return Optional.of(
        new Protocol(
            view.id() + "-all",
            capitalised(view.name(Locale.ENGLISH)) + ": everything",
            view.name(Locale.KOREAN) + ": 모든 항목",
            view,
            landmarks.all().stream().map(Landmark::id).filter(needed::contains).toList(),
            ofView.stream().map(Measurement::id).toList(),
            new BilingualText(
                "Every measurement defined on this view, whatever its evidence tier.",
                "근거 등급과 관계없이 이 촬영에 정의된 모든 측정값입니다.")));
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
