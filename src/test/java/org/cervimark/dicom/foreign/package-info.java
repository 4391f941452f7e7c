/** Tests of the marks of other programs, on files that other programs wrote. */
package org.cervimark.dicom.foreign;
