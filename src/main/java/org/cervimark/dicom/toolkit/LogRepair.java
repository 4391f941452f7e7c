package org.cervimark.dicom.toolkit;

import java.lang.reflect.InvocationTargetException;

/**
 * The republished toolkit's first log call looks for a logging library that is not there and throws
 * {@code ServiceConfigurationError}. Its own console log is chosen instead and silenced: what it
 * warns of quotes values, and logs must hold no patient data. (Its bridge to {@code
 * java.util.logging} will not do: it reconfigures the logging of the whole program when it finds a
 * {@code logging.properties}, and complains on the console when it does not.)
 */
final class LogRepair {

  private static final String FACTORY = "org.aoju.bus.logger.LogFactory";
  private static final String CONSOLE_FACTORY =
      "org.aoju.bus.logger.dialect.console.ConsoleLogFactory";
  private static final String CONSOLE = "org.aoju.bus.logger.dialect.console.ConsoleLog";
  private static final String LEVEL = "org.aoju.bus.logger.level.Level";

  private LogRepair() {}

  static void apply() {
    try {
      Class<?> factory = Class.forName(FACTORY);
      Class<?> level = Class.forName(LEVEL);
      Object off = level.getField("OFF").get(null);
      Class.forName(CONSOLE).getMethod("setLevel", level).invoke(null, off);
      Object console = Class.forName(CONSOLE_FACTORY).getConstructor().newInstance();
      factory.getMethod("setCurrentLogFactory", factory).invoke(null, console);
    } catch (ClassNotFoundException e) {
      // The genuine toolkit has no log factory of its own, and no such defect.
      return;
    } catch (NoSuchMethodException
        | NoSuchFieldException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("the toolkit's log factory is not the one expected", e);
    }
  }
}
