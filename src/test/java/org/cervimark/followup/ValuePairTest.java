package org.cervimark.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;

class ValuePairTest {

  private static final Measurement SLOPE =
      Catalogue.builtIn().measurement("c2-slope").orElseThrow();

  @Test
  void theIntervalOfADifferenceIsTheRootOfTheSumOfSquares() {
    ValuePair pair = pair(measured(20, 3), Optional.of(measured(14.5, 4)));
    assertEquals(Optional.of(new ValuePair.Difference(5.5, Optional.of(5.0))), pair.difference());
  }

  @Test
  void withoutAValueOnBothFilmsThereIsNoDifference() {
    assertEquals(
        Optional.empty(),
        pair(measured(20, 3), Optional.of(new Outcome.NotOriented())).difference());
    assertEquals(Optional.empty(), pair(measured(20, 3), Optional.empty()).difference());
  }

  private static ValuePair pair(Outcome base, Optional<Outcome> other) {
    return ValuePair.of(
            List.of(new Result(SLOPE, base)),
            other.map(o -> List.of(new Result(SLOPE, o))).orElse(List.of()))
        .get(0);
  }

  private static Outcome measured(double value, double halfWidth) {
    return new Outcome.Measured(
        value,
        Unit.DEGREE,
        Optional.of(new Outcome.Interval(halfWidth, Outcome.Interval.Basis.PLACEMENT_DEFAULT)),
        Set.of());
  }
}
