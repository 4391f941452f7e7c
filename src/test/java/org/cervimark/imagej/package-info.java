/** Tests of the viewer: what clicks and keys do, and windows driven by real events. */
@org.jspecify.annotations.NullMarked
package org.cervimark.imagej;
