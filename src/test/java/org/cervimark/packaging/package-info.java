/** Tries the shipped jar as users run it: in machines of its own, with nothing else but ImageJ. */
package org.cervimark.packaging;
