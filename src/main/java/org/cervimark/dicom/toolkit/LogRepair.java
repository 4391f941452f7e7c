package org.cervimark.dicom.toolkit;

import java.lang.reflect.InvocationTargetException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The republished toolkit's first log call looks for a logging library that is not there and throws
 * {@code ServiceConfigurationError}. Its own bridge to {@code java.util.logging} is chosen instead
 * and then silenced: its warnings quote values, and logs must hold no patient data.
 */
final class LogRepair {

  private static final String FACTORY = "org.aoju.bus.logger.LogFactory";
  private static final String JDK_FACTORY = "org.aoju.bus.logger.dialect.jdk.JdkLogFactory";

  /** Held here, since the JDK forgets the level of a logger that nobody holds. */
  private static final Logger TOOLKIT_LOG = Logger.getLogger("org.aoju.bus");

  private LogRepair() {}

  static void apply() {
    TOOLKIT_LOG.setLevel(Level.OFF);
    try {
      Class<?> factory = Class.forName(FACTORY);
      Object jdk = Class.forName(JDK_FACTORY).getConstructor().newInstance();
      factory.getMethod("setCurrentLogFactory", factory).invoke(null, jdk);
    } catch (ClassNotFoundException e) {
      // The genuine toolkit has no log factory of its own, and no such defect.
      return;
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("the toolkit's log factory is not the one expected", e);
    }
  }
}
