package org.cervimark.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;

/** Chooses the protocol for landmarks that come without one. */
public final class ProtocolChoice {

  private ProtocolChoice() {}

  /**
   * The protocol that asks for the most of these landmarks, among those that the stated view
   * allows, unless another asks for more than twice as many. Of equals, the one that asks for the
   * fewest others, then the first in the catalogue. Headers call every frontal view
   * antero-posterior, so that this allows them all.
   *
   * @param view the view that the image states, if it does
   * @return empty if no protocol asks for any of the landmarks
   */
  public static Optional<Protocol> bestFor(
      Catalogue catalogue, Optional<View> view, LandmarkSet landmarks) {
    Set<LandmarkId> placed = new HashSet<>();
    landmarks.all().stream().map(Placement::landmark).forEach(placed::add);
    Optional<Protocol> best = best(catalogue.protocols(), placed);
    Optional<Protocol> allowed =
        best(
            catalogue.protocols().stream()
                .filter(p -> view.filter(v -> allows(v, p)).isPresent())
                .toList(),
            placed);
    return allowed
        .filter(a -> best.filter(b -> shared(b, placed) > 2 * shared(a, placed)).isEmpty())
        .or(() -> best);
  }

  private static Optional<Protocol> best(List<Protocol> protocols, Set<LandmarkId> placed) {
    return protocols.stream()
        .filter(p -> shared(p, placed) > 0)
        .min(
            Comparator.<Protocol>comparingLong(p -> -shared(p, placed))
                .thenComparingInt(p -> p.landmarks().size()));
  }

  private static boolean allows(View stated, Protocol protocol) {
    return stated == View.AP
        ? protocol.view().projection() == Projection.FRONTAL
        : protocol.view() == stated;
  }

  private static long shared(Protocol protocol, Set<LandmarkId> placed) {
    return protocol.landmarks().stream().filter(placed::contains).count();
  }
}
