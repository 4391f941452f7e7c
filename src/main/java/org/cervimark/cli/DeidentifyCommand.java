package org.cervimark.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.deidentify.DateRule;
import org.cervimark.dicom.deidentify.Deidentified;
import org.cervimark.dicom.deidentify.Deidentifier;

/** {@code deidentify PATH --out DIR}: copies that no longer say whose they are. */
final class DeidentifyCommand implements Command {

  private static final Option OUT = Option.value("--out");
  private static final Option KEEP_DATES = Option.flag("--keep-dates");
  private static final Option SHIFT_DAYS = Option.value("--shift-days");
  private static final Option PATIENT_ID = Option.value("--patient-id");
  private static final String EACH = "random";
  private static final Pattern DAYS = Pattern.compile("[-+]?[0-9]{1,6}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");

  @Override
  public String name() {
    return "deidentify";
  }

  @Override
  public Set<Option> options() {
    return Set.of(OUT, KEEP_DATES, SHIFT_DAYS, PATIENT_ID);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    Path source = arguments.onlyPath();
    Path target = arguments.requiredPath(OUT);
    Optional<String> id = arguments.value(PATIENT_ID.name());
    if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      throw new UsageException(console.wording().get("deidentify.id", id.get()));
    }
    Deidentifier deidentifier = new Deidentifier(dates(arguments, console), id);
    Deidentified outcome;
    try {
      outcome = deidentifier.export(source, target);
    } catch (DicomException e) {
      throw new OutputException(String.valueOf(e.getMessage()), e);
    }
    if (outcome instanceof Deidentified.Stopped stopped) {
      stopped.places().forEach(p -> console.data(p.file() + "  " + p.attribute()));
      throw new InputException(
          console.wording().get("deidentify.stopped", Integer.toString(stopped.places().size())));
    }
    report((Deidentified.Exported) outcome, console);
    return ExitCode.DONE;
  }

  private static void report(Deidentified.Exported exported, Console console) {
    SortedMap<String, Integer> removed = new TreeMap<>();
    for (Deidentified.FileReport file : exported.files()) {
      console.data(file.target().toString());
      for (Map.Entry<String, Integer> each : file.removed().entrySet()) {
        removed.merge(each.getKey(), each.getValue(), Integer::sum);
      }
      if (file.mayShowIdentity()) {
        console.tell("deidentify.pixels", file.target().toString());
      }
    }
    removed.forEach(
        (what, times) ->
            console.data(
                "  " + console.wording().get("deidentify.removed", what, Integer.toString(times))));
    exported.passedOver().forEach(f -> console.tell("deidentify.passed-over", f.toString()));
    console.tell(
        "deidentify.done",
        Integer.toString(exported.files().size()),
        Integer.toString(exported.uids()),
        Integer.toString(exported.identifiers()));
  }

  private static DateRule dates(Arguments arguments, Console console) throws UsageException {
    Optional<String> days = arguments.value(SHIFT_DAYS.name());
    if (days.isPresent() && arguments.has(KEEP_DATES.name())) {
      throw new UsageException(console.wording().get("deidentify.both"));
    }
    if (days.filter(EACH::equals).isPresent()) {
      return DateRule.shiftEach();
    }
    if (days.isPresent()) {
      if (!DAYS.matcher(days.get()).matches()) {
        throw new UsageException(console.wording().get("deidentify.days", days.get()));
      }
      return DateRule.shift(Integer.parseInt(days.get()));
    }
    return arguments.has(KEEP_DATES.name()) ? DateRule.keep() : DateRule.remove();
  }
}
