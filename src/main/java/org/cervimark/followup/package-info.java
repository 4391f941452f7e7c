/**
 * Visits and postures beside each other: films laid over one another by a bone, and values with
 * their difference. It computes and states; whether a change matters is for the clinician. Start
 * with {@link org.cervimark.followup.Superimposition}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.followup;
