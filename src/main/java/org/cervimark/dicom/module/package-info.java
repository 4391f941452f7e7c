/**
 * The modules that all objects we write share (PS3.3 C.7): patient and study copied from the image,
 * series, equipment, and the modules by which objects name each other. Start with {@link
 * org.cervimark.dicom.module.Installation} and {@link
 * org.cervimark.dicom.module.PatientStudyModules}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.dicom.module;
