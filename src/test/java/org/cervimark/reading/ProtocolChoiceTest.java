package org.cervimark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProtocolChoiceTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  static List<Protocol> protocols() {
    return CATALOGUE.protocols();
  }

  /** The landmarks of a protocol choose it, or one of the same view that asks for no others. */
  @ParameterizedTest
  @MethodSource("protocols")
  void theLandmarksOfAProtocolChooseIt(Protocol protocol) {
    Protocol chosen =
        ProtocolChoice.bestFor(
                CATALOGUE, Optional.of(protocol.view()), placed(protocol.landmarks()))
            .orElseThrow();
    assertEquals(protocol.landmarks().size(), chosen.landmarks().size());
    assertEquals(List.of(), missing(protocol, chosen));
  }

  @Test
  void theStatedViewDecidesBetweenViewsWithTheSameLandmarks() {
    LandmarkSet lateral =
        placed(CATALOGUE.protocolFor(View.LATERAL_FLEXION).orElseThrow().landmarks());
    for (View view : List.of(View.LATERAL_NEUTRAL, View.LATERAL_FLEXION, View.LATERAL_EXTENSION)) {
      assertEquals(
          Optional.of(view),
          ProtocolChoice.bestFor(CATALOGUE, Optional.of(view), lateral).map(Protocol::view));
    }
  }

  @Test
  void aHeaderThatSaysAnteroPosteriorAllowsEveryFrontalView() {
    LandmarkSet nasium = placed(CATALOGUE.protocolFor(View.NASIUM).orElseThrow().landmarks());
    assertEquals(
        Optional.of(View.NASIUM),
        ProtocolChoice.bestFor(CATALOGUE, Optional.of(View.AP), nasium).map(Protocol::view));
  }

  @Test
  void aHeaderThatTheLandmarksBelieDoesNotDecide() {
    LandmarkSet nasium = placed(CATALOGUE.protocolFor(View.NASIUM).orElseThrow().landmarks());
    assertEquals(
        Optional.of(View.NASIUM),
        ProtocolChoice.bestFor(CATALOGUE, Optional.of(View.LATERAL_NEUTRAL), nasium)
            .map(Protocol::view));
  }

  @Test
  void landmarksThatNoProtocolUsesChooseNone() {
    assertEquals(
        Optional.empty(),
        ProtocolChoice.bestFor(
            CATALOGUE, Optional.of(View.AP), placed(List.of(new LandmarkId("plumb-top")))));
    assertEquals(
        Optional.empty(), ProtocolChoice.bestFor(CATALOGUE, Optional.empty(), LandmarkSet.empty()));
  }

  private static LandmarkSet placed(List<LandmarkId> landmarks) {
    return LandmarkSet.of(landmarks.stream().map(Placement::notVisible).toList());
  }

  private static List<LandmarkId> missing(Protocol protocol, Protocol chosen) {
    return protocol.landmarks().stream().filter(l -> !chosen.landmarks().contains(l)).toList();
  }
}
