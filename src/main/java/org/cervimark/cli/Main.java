package org.cervimark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cervimark.dicom.module.InstallationFile;
import org.cervimark.report.Spelling;
import org.cervimark.report.Wording;
import org.cervimark.terminology.Product;

/** The program without windows. */
public final class Main {

  private static final List<String> HELP = List.of("--help", "-h", "help");

  private final List<Command> commands;
  private final Console console;

  private Main(Console console, Path installationFile) {
    this.console = console;
    this.commands =
        List.of(
            new InfoCommand(),
            new PixelsCommand(),
            new RenderCommand(),
            new MeasureCommand(installationFile),
            new ShowCommand(),
            new SignCommand(installationFile),
            new MergeCommand(installationFile),
            new RecoverCommand(installationFile),
            new DeidentifyCommand(),
            new NoteCommand(installationFile),
            new ExportCommand(),
            new CatalogueCommand());
  }

  /** Runs one command and ends the process with its exit code; see {@link ExitCode}. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code = run(args, out, err);
    err.flush();
    System.exit(code);
  }

  /**
   * Runs one command in this process.
   *
   * @param out where the data go
   * @param err where the program talks
   * @return the exit code; see {@link ExitCode}
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    Path home = Path.of(System.getProperty("user.home", "."));
    return run(
        args,
        out,
        err,
        InstallationFile.defaultLocation(System.getenv(), System.getProperty("os.name", ""), home));
  }

  static int run(String[] args, PrintStream out, PrintStream err, Path installationFile) {
    Console console = new Console(out, err, Wording.of(Main.class, Locale.getDefault()));
    int code = new Main(console, installationFile).guarded(List.of(args));
    // Asking for errors also flushes.
    if (out.checkError()) {
      console.tell("output.stdout");
      return code == ExitCode.DONE ? ExitCode.OUTPUT_FAILED : code;
    }
    return code;
  }

  private int guarded(List<String> words) {
    try {
      return dispatch(words);
    } catch (UsageException e) {
      console.say(e);
      console.tell("usage.see");
      return ExitCode.USAGE;
    } catch (InputException e) {
      console.say(e);
      return ExitCode.INPUT_FAILED;
    } catch (OutputException e) {
      console.say(e);
      return ExitCode.OUTPUT_FAILED;
    } catch (OutOfMemoryError e) {
      console.tell("memory");
      return ExitCode.INPUT_FAILED;
    } catch (RuntimeException e) {
      console.tell("bug", Product.nameAndVersion(), e.getClass().getSimpleName(), origin(e));
      return ExitCode.BUG;
    }
  }

  private int dispatch(List<String> words) throws UsageException, InputException, OutputException {
    if (words.isEmpty()) {
      throw new UsageException(console.wording().get("usage.command.missing", names()));
    }
    String first = words.get(0);
    if (first.equals("--version")) {
      console.data(Product.nameAndVersion());
      return ExitCode.DONE;
    }
    List<String> rest = words.subList(1, words.size());
    if (HELP.contains(first)) {
      return rest.isEmpty() ? help("main") : help(find(rest.get(0)).name());
    }
    Command command = find(first);
    if (rest.contains("--help") || rest.contains("-h")) {
      return help(command.name());
    }
    return command.run(Arguments.parse(rest, command.options(), console.wording()), console);
  }

  private int help(String of) {
    console.data(console.wording().get(of + ".help").stripTrailing());
    return ExitCode.DONE;
  }

  private Command find(String name) throws UsageException {
    for (Command command : commands) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    Optional<String> meant = Spelling.nearest(name, commands.stream().map(Command::name).toList());
    throw new UsageException(
        meant.isPresent()
            ? console.wording().get("usage.command.meant", name, meant.get())
            : console.wording().get("usage.command.unknown", name, names()));
  }

  private String names() {
    return String.join(", ", commands.stream().map(Command::name).toList());
  }

  // Where it happened, and nothing of what the exception says: that may be patient data.
  private static String origin(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return Stream.of(trace)
        .filter(frame -> frame.getClassName().startsWith("org.cervimark."))
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse(trace.length == 0 ? "?" : trace[0].toString());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
