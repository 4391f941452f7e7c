/** Proves the defects of the toolkit, their repairs, and what broken files may do. */
package org.cervimark.dicom.toolkit;
