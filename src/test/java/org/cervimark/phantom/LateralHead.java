package org.cervimark.phantom;

/**
 * Places the skull of a lateral film on the atlas and records the head landmarks. The skull's own
 * axes: origin below basion on the McGregor line, x anterior along that line, y superior.
 */
final class LateralHead {

  /** Atlas and head angles at which basion has its reference place above the dens. */
  private static final double REFERENCE_ATLAS = 25;

  private static final double REFERENCE_HEAD = -13;

  /** Size of the skull against the spine's scale. */
  private static final double SIZE = 0.92;

  /** Centre of rotation of the occipital condyles in the skull's own axes, mm. */
  private static final Vec CONDYLE = new Vec(-9, 12);

  private static final Vec BASION = new Vec(0, 5);

  private final Pose pose;

  LateralHead(LateralPosture posture, LateralSpine spine, LandmarkTable landmarks) {
    double k = SIZE * posture.scale();
    pose = new Pose(origin(posture, spine), posture.headTilt(), k);
    Vec palate = landmarks.put("hard-palate-posterior", pose.at(49, 0));
    landmarks.put("occiput-inferior", palate.plus(Vec.direction(pose.degrees()).times(-111 * k)));
    landmarks.put("basion", pose.at(BASION), Visibility.ESTIMATED);
    landmarks.put("opisthion", pose.at(-43.5, 7.0), Visibility.ESTIMATED);
    landmarks.put("clivus-superior", pose.at(27.0, 44.5));
    landmarks.put("eam-anterior-margin", pose.at(8.5, 25.5));
    landmarks.put("chin", pose.at(109.5, -66.5));
    landmarks.put("brow", pose.at(121.0, 70.0));
  }

  Pose pose() {
    return pose;
  }

  /** Turns the skull about the condyles, which stay where they are on the atlas. */
  private static Vec origin(LateralPosture posture, LateralSpine spine) {
    double k = posture.scale();
    Pose c2 = new Pose(new Vec(0, 0), 0, k);
    Vec arch = c2.at(11.0, 35.0).plus(Vec.direction(6).times(1.9 * k));
    Pose c1 = new Pose(arch, REFERENCE_ATLAS, k);
    double tilt = REFERENCE_ATLAS + REFERENCE_HEAD;
    Vec turned = new Pose(new Vec(0, 0), tilt, SIZE * k).at(CONDYLE.minus(BASION));
    Vec condyle = c1.local(c2.at(6.2, 48.9).plus(turned));
    Vec here = spine.atlasPose().at(condyle);
    return here.minus(new Pose(new Vec(0, 0), posture.headTilt(), SIZE * k).at(CONDYLE));
  }
}
