package org.cervimark.dicom.module;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The SOP classes under which the same report can be written, for archives that want another. */
public enum ReportClass {
  /** Comprehensive SR Storage: the widest support. */
  COMPREHENSIVE("1.2.840.10008.5.1.4.1.1.88.33"),
  /** Comprehensive 3D SR Storage: asked for by the IHE profile AI Results. */
  COMPREHENSIVE_3D("1.2.840.10008.5.1.4.1.1.88.34"),
  /** Enhanced SR Storage: for archives that refuse the others. */
  ENHANCED("1.2.840.10008.5.1.4.1.1.88.22");

  private static final Set<String> UIDS =
      Arrays.stream(values()).map(ReportClass::uid).collect(Collectors.toUnmodifiableSet());

  private final String uid;

  ReportClass(String uid) {
    this.uid = uid;
  }

  /** SOP Class UID. */
  public String uid() {
    return uid;
  }

  /** The UIDs of all of them. */
  public static Set<String> uids() {
    return UIDS;
  }

  /** The name used in settings, such as {@code comprehensive-3d}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class of this name, if there is one. */
  public static Optional<ReportClass> withId(String id) {
    for (ReportClass candidate : values()) {
      if (candidate.id().equals(id)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The class of this UID, if it is one of ours. */
  public static Optional<ReportClass> withUid(String uid) {
    for (ReportClass candidate : values()) {
      if (candidate.uid.equals(uid)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
