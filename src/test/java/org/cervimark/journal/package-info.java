/** Tests of the journal, with and without violence. */
package org.cervimark.journal;
