package org.cervimark.journal;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@link ScriptedReader} as a process that starts quickly: its classes in jars and, once a
 * rehearsal has shown which ones it needs, in an archive of the virtual machine.
 *
 * @param classPath jars only, because the archive allows nothing else
 * @param archive the classes as the virtual machine shares them
 */
record KilledProgram(String classPath, Path archive) {

  /** The DICOM toolkit and what it logs with; the rest of the tests' class path only costs time. */
  private static final Pattern NEEDED = Pattern.compile("^(bus-|dcm4che|slf4j|jspecify)");

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Gathers the program in a folder; the archive is made by the first run that ends by itself. */
  static KilledProgram in(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path jar = folder.resolve("program.jar");
    List<String> jars = new ArrayList<>(List.of(jar.toString()));
    Set<String> names = new HashSet<>();
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Path part : parts()) {
        if (Files.isDirectory(part)) {
          pack(part, zip, names);
        } else if (Files.exists(part) && NEEDED.matcher(part.getFileName().toString()).find()) {
          jars.add(part.toString());
        }
      }
    }
    return new KilledProgram(String.join(File.pathSeparator, jars), folder.resolve("classes.jsa"));
  }

  /** Starts the program. */
  Process start(List<String> words) throws IOException {
    String sharing =
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + archive;
    List<String> command =
        new ArrayList<>(
            List.of(JAVA, sharing, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xshare:auto"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    command.addAll(List.of("-cp", classPath, ScriptedReader.class.getName()));
    command.addAll(words);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<Path> parts() throws URISyntaxException {
    List<Path> parts = new ArrayList<>();
    if (ScriptedReader.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        parts.add(Path.of(url.toURI()));
      }
    } else {
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        parts.add(Path.of(part));
      }
    }
    return parts;
  }

  private static void pack(Path folder, ZipOutputStream zip, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (names.add(name)) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }
  }
}
