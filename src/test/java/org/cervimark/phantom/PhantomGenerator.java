package org.cervimark.phantom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Generates the synthetic radiographs and their true values. */
public final class PhantomGenerator {

  private final List<PhantomFile> files = new ArrayList<>();

  private PhantomGenerator() {}

  /**
   * Writes all files below a directory, by default {@code test-images}.
   *
   * @param arguments the output directory
   */
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments.length == 0 ? "test-images" : arguments[0]);
    for (PhantomFile file : generate()) {
      Path target = directory.resolve(file.path());
      try {
        Files.createDirectories(target.getParent());
        Files.write(target, file.content());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + target, e);
      }
    }
  }

  /** All generated files, the same on every machine; {@code README.md} is not among them. */
  static List<PhantomFile> generate() {
    PhantomGenerator generator = new PhantomGenerator();
    generator.hong();
    generator.others();
    return generator.files;
  }

  private void hong() {
    lateral(PhantomCollection.NEUTRAL, LateralPlans.neutral());
    Picture flexion = bending(PhantomCollection.FLEXION, LateralPlans.flexion(), true);
    Picture extension = bending(PhantomCollection.EXTENSION, LateralPlans.extension(), false);
    ValueTable motion =
        MotionTruth.between(flexion.landmarks().points(), extension.landmarks().points());
    text("hong/2026-01-14/flexion-extension.values.csv", motion.csv());
    Film film = new Film(1024, 1056, 0.125, 0.125, 1, new Vec(0, 2));
    Technique technique = Techniques.openMouth();
    Picture openMouth = OpenMouthPhantom.build(film, technique);
    image(PhantomCollection.OPEN_MOUTH, openMouth, technique);
    text(
        PhantomCollection.OPEN_MOUTH.name() + ".values.csv",
        CoronalTruth.openMouth(openMouth.landmarks().points()).csv());
    lateral(PhantomCollection.FOLLOW_UP, LateralPlans.followUp());
  }

  private void others() {
    lateral(PhantomCollection.BRAVO, LateralPlans.bravo());
    Technique technique = Techniques.nasium();
    Film film = new Film(1408, 1784, 0.16, 0.16, 1, new Vec(0, -4));
    Picture nasium = NasiumPhantom.build(film, technique);
    image(PhantomCollection.NASIUM, nasium, technique);
    text(
        PhantomCollection.NASIUM.name() + ".values.csv",
        CoronalTruth.nasium(nasium.landmarks().points()).csv());
    technique = Techniques.vertex();
    film = new Film(1344, 1632, 0.148, 0.148, 1, new Vec(0, 2));
    Picture vertex = VertexPhantom.build(film, technique);
    image(PhantomCollection.VERTEX, vertex, technique);
    text(
        PhantomCollection.VERTEX.name() + ".values.csv",
        TransverseTruth.vertex(vertex.landmarks().points()).csv());
  }

  private void lateral(Radiograph radiograph, LateralPhantom.Plan plan) {
    Picture picture = LateralPhantom.build(plan);
    image(radiograph, picture, plan.technique());
    ValueTable values = SagittalTruth.neutral(picture.landmarks().points());
    text(radiograph.name() + ".values.csv", values.csv());
  }

  private Picture bending(Radiograph radiograph, LateralPhantom.Plan plan, boolean flexion) {
    Picture picture = LateralPhantom.build(plan);
    image(radiograph, picture, plan.technique());
    ValueTable values = SagittalTruth.bending(picture.landmarks().points(), flexion);
    text(radiograph.name() + ".values.csv", values.csv());
    return picture;
  }

  private void image(Radiograph radiograph, Picture picture, Technique technique) {
    byte[] content = radiograph.file(picture, technique.bonesBright());
    boolean deflated = radiograph.syntax() == PartTen.Syntax.DEFLATED;
    files.add(new PhantomFile(radiograph.name() + ".dcm", content, deflated));
    text(radiograph.name() + ".landmarks.csv", picture.landmarks().csv(radiograph.sopUid()));
  }

  private void text(String path, String content) {
    files.add(new PhantomFile(path, content.getBytes(StandardCharsets.US_ASCII), false));
  }
}
