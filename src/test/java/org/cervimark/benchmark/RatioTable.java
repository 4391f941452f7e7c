package org.cervimark.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A table of CPU times beside those of others. Rows that do not reach their mark are said again at
 * the end, each with what was measured of the reason.
 */
public final class RatioTable {

  private final PrintStream out;
  private final List<String> held = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private int marked;
  private int reached;

  /** Begins a table. */
  public RatioTable(PrintStream out) {
    this.out = out;
    out.printf(
        Locale.ROOT, "%-46s %9s %9s %7s %7s%n", "CPU ms", "ours", "theirs", "ratio", "reach");
  }

  /** Ours beside what somebody else needs, for information. */
  public void row(String name, double ours, OptionalDouble theirs, String whose) {
    row(name, ours, theirs, whose, OptionalDouble.empty(), "");
  }

  /**
   * Ours beside what somebody else needs.
   *
   * @param whose the program, and the package that brings it
   * @param reach which ratio is to be reached
   * @param reason what holds it back if it is not
   */
  public void row(
      String name, double ours, OptionalDouble theirs, String whose, double reach, String reason) {
    row(name, ours, theirs, whose, OptionalDouble.of(reach), reason);
  }

  private void row(
      String name,
      double ours,
      OptionalDouble theirs,
      String whose,
      OptionalDouble reach,
      String reason) {
    String title = name + " ÷ " + whose;
    if (theirs.isEmpty()) {
      skipped.add(title);
      out.printf(Locale.ROOT, "%-46s %9.1f %9s%n", title, ours, "SKIPPED: not installed");
      return;
    }
    double ratio = ours / theirs.getAsDouble();
    String mark = reach.isPresent() ? String.format(Locale.ROOT, "%7.2f", reach.getAsDouble()) : "";
    out.printf(
        Locale.ROOT,
        "%-46s %9.1f %9.1f %7.2f %7s%s%n",
        title,
        ours,
        theirs.getAsDouble(),
        ratio,
        mark,
        reach.isPresent() ? verdict(title, ratio <= reach.getAsDouble(), reason) : "");
  }

  /** Ours beside a limit. */
  public void limit(String name, double ours, double limit, String reason) {
    out.printf(
        Locale.ROOT,
        "%-46s %9.1f %9s %7s %7.0f%s%n",
        name,
        ours,
        "",
        "",
        limit,
        verdict(name, ours <= limit, reason));
  }

  private String verdict(String title, boolean good, String reason) {
    marked++;
    if (good) {
      reached++;
      return "";
    }
    held.add(title + ": " + reason);
    return "  NOT REACHED";
  }

  /** Says what is not reached, and why. */
  public void end() {
    out.printf(Locale.ROOT, "%n%d of %d rows with a mark reach it.%n", reached, marked);
    held.forEach(out::println);
    if (!skipped.isEmpty()) {
      out.println("NOT MEASURED, because a program is missing: " + String.join("; ", skipped));
    }
  }
}
