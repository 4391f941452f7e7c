package org.cervimark.measurement.expression;

import java.util.Optional;
import java.util.SortedSet;
import org.cervimark.anatomy.LandmarkId;

/** Carries a fault from the node that meets it to {@link Expression#evaluate}; goes no further. */
final class FaultException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  FaultException(Fault.Reason reason, SortedSet<LandmarkId> landmarks) {
    this(new Fault(reason, landmarks, Optional.empty()));
  }

  FaultException(Fault fault) {
    super(fault.reason().name(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
