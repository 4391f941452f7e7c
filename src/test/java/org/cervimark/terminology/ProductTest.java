package org.cervimark.terminology;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ProductTest {

  @Test
  void theBuildHasWrittenTheVersion() {
    assertTrue(Product.version().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), Product.version());
  }
}
