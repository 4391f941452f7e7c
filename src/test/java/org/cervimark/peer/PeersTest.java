package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PeersTest {

  @Test
  void missingPeerAbortsTheTestAndNamesItsPackage() {
    RuntimeException missing = Peers.missing("dsrdump", "the Debian package dcmtk", false);

    assertInstanceOf(TestAbortedException.class, missing);
    assertTrue(missing.getMessage().contains("the Debian package dcmtk"), missing.getMessage());
  }

  @Test
  void missingPeerFailsWherePeersAreRequired() {
    assertThrows(
        AssertionError.class, () -> Peers.missing("dsrdump", "the Debian package dcmtk", true));
  }
}
