package org.cervimark.dicom.toolkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;

/**
 * With the republished toolkit on the class path its ImageIO services claim JPEG for themselves and
 * then fail for want of native libraries, in every program of the virtual machine. They are taken
 * out of the registry; other people's services stay. The shipped jar carries no such services, and
 * then ImageIO is not even loaded.
 */
final class ImageIoRepair {

  private static final String TOOLKIT = "org.aoju.bus.image.";
  private static final List<String> SERVICES =
      List.of(
          "META-INF/services/javax.imageio.spi.ImageReaderSpi",
          "META-INF/services/javax.imageio.spi.ImageWriterSpi");

  private ImageIoRepair() {}

  static void apply() {
    try {
      if (!announced()) {
        return;
      }
    } catch (IOException e) {
      throw new IllegalStateException("the class path cannot be read", e);
    }
    IIORegistry registry = IIORegistry.getDefaultInstance();
    for (Iterator<Class<?>> it = registry.getCategories(); it.hasNext(); ) {
      deregister(registry, it.next());
    }
  }

  private static <T> void deregister(IIORegistry registry, Class<T> category) {
    List<T> ours = new ArrayList<>();
    registry
        .getServiceProviders(category, false)
        .forEachRemaining(
            provider -> {
              if (provider.getClass().getName().startsWith(TOOLKIT)) {
                ours.add(provider);
              }
            });
    for (T provider : ours) {
      registry.deregisterServiceProvider(provider, category);
    }
  }

  private static boolean announced() throws IOException {
    ClassLoader loader = ImageIoRepair.class.getClassLoader();
    for (String service : SERVICES) {
      for (URL url : Collections.list(loader.getResources(service))) {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
          if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(TOOLKIT)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
