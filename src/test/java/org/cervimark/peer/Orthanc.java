package org.cervimark.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An Orthanc of our own, on this machine only, with a folder and ports of its own. */
final class Orthanc implements AutoCloseable {

  private static final Path DICOM_WEB = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
  private static final String STARTED = "Orthanc has started";
  private static final long SECONDS_TO_START = 60;

  private final Process process;
  private final int httpPort;
  private final int dicomPort;
  private final HttpClient client = HttpClient.newHttpClient();

  private Orthanc(Process process, int httpPort, int dicomPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.dicomPort = dicomPort;
  }

  /** Starts it; aborts the test if it or its DICOMweb plugin is missing. */
  static Orthanc start(Path folder) throws IOException {
    Path program = Peers.require("Orthanc", "orthanc");
    if (!Files.exists(DICOM_WEB)) {
      throw Peers.missing("DICOMweb for Orthanc", "the Debian package orthanc-dicomweb");
    }
    int http = freePort();
    int dicom = freePort();
    Path storage = Files.createDirectories(folder.resolve("storage"));
    Path configuration = folder.resolve("orthanc.json");
    Files.writeString(
        configuration,
        """
        {"Name": "test", "StorageDirectory": "%1$s", "IndexDirectory": "%1$s",
         "HttpPort": %2$d, "DicomPort": %3$d, "DicomAet": "ORTHANC",
         "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
         "DicomAlwaysAllowGet": true, "Plugins": ["%4$s"],
         "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
        """
            .formatted(storage, http, dicom, DICOM_WEB));
    Path log = folder.resolve("orthanc.log");
    Process process =
        new ProcessBuilder(program.toString(), configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Orthanc orthanc = new Orthanc(process, http, dicom);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (Files.readString(log).contains(STARTED)) {
        return orthanc;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    process.destroyForcibly();
    throw new AssertionError("Orthanc did not start:\n" + Files.readString(log));
  }

  /** Its port for DICOM, application entity ORTHANC. */
  String dicomPort() {
    return Integer.toString(dicomPort);
  }

  /** What it answers to a GET, such as {@code /instances}. */
  byte[] get(String path, String accept) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
            .header("Accept", accept)
            .build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError(
          path
              + ": "
              + response.statusCode()
              + " "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
