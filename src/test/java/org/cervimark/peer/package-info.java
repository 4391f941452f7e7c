/**
 * What other people's programs make of the objects we write. Start with {@link
 * org.cervimark.peer.Peers}, which finds them and says which package brings one that is missing.
 */
package org.cervimark.peer;
