package org.cervimark.phantom;

/**
 * How a shadow becomes a radiograph.
 *
 * @param seed seed of quantum noise
 * @param softAttenuation per mm of soft tissue
 * @param boneAttenuation per mm of compact bone, above the soft tissue it displaces
 * @param scatter scattered to primary radiation behind the patient
 * @param photons detected quanta per pixel without a patient
 * @param heel relative fall of the beam from the lower to the upper edge of the film
 * @param equalisation part of the broad density differences that the processing removes, 0 to 1
 * @param low log exposure that maps to the darkest value
 * @param high log exposure that maps to the brightest value
 * @param bonesBright true for MONOCHROME2; false stores the inverse, for MONOCHROME1
 * @param shutter true when the unexposed border is masked black, false when it stays white
 * @param border width of the collimated border left, top, right, bottom in mm
 */
record Technique(
    long seed,
    double softAttenuation,
    double boneAttenuation,
    double scatter,
    double photons,
    double heel,
    double equalisation,
    double low,
    double high,
    boolean bonesBright,
    boolean shutter,
    double[] border) {}
