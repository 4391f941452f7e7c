/** Tests of the copies that do not say whose they are. */
package org.cervimark.dicom.deidentify;
