package org.cervimark.phantom;

/** The identities and header facts of the images; every UID was drawn once and stays. */
final class PhantomCollection {

  static final Radiograph NEUTRAL =
      new Radiograph(
          "hong/2026-01-14/lateral-neutral",
          Study.hongFirst(),
          true,
          "2.25.48961208910278938705861188593091814281",
          "2.25.307602510834589782698934521631538557889",
          1,
          "101612",
          Projection.leftLateral("C-spine lateral neutral"),
          Calibration.detector("0.143"),
          PartTen.Syntax.RLE);

  static final Radiograph FLEXION =
      new Radiograph(
          "hong/2026-01-14/lateral-flexion",
          Study.hongFirst(),
          false,
          "2.25.241879019411138548277269661610876984039",
          "2.25.303965036678997038755824829742655208207",
          2,
          "101805",
          Projection.leftLateral("C-spine lateral flexion"),
          Calibration.detector("0.15"),
          PartTen.Syntax.RLE);

  static final Radiograph EXTENSION =
      new Radiograph(
          "hong/2026-01-14/lateral-extension",
          Study.hongFirst(),
          false,
          "2.25.247346841297220376334125852327921569124",
          "2.25.338389892569416673263362052745234895218",
          3,
          "101931",
          Projection.leftLateral("C-spine lateral extension"),
          Calibration.detector("0.15"),
          PartTen.Syntax.RLE);

  static final Radiograph OPEN_MOUTH =
      new Radiograph(
          "hong/2026-01-14/open-mouth",
          Study.hongFirst(),
          true,
          "2.25.307078389194129771388725190530623559108",
          "2.25.90500042564180928894184957435909618210",
          4,
          "102248",
          Projection.openMouth(),
          new Calibration(
              "0.143\\0.143",
              "0.125\\0.125",
              "FIDUCIAL",
              "25 mm ball at the side of the neck",
              "",
              "",
              ""),
          PartTen.Syntax.EXPLICIT);

  static final Radiograph FOLLOW_UP =
      new Radiograph(
          "hong/2026-02-25/lateral-neutral",
          Study.hongFollowUp(),
          true,
          "2.25.317815652596584813002898277379577824645",
          "2.25.16924799130467786548078160797227833617",
          1,
          "101554",
          Projection.leftLateral("C-spine lateral neutral"),
          Calibration.detector("0.143"),
          PartTen.Syntax.RLE);

  static final Radiograph BRAVO =
      new Radiograph(
          "bravo/lateral-neutral-left",
          Study.bravo(),
          false,
          "2.25.79753938884851616266903114559464400134",
          "2.25.235606996615005364306376736032494043409",
          1,
          "101640",
          Projection.rightLateral("C-spine lateral neutral"),
          new Calibration(
              "0.192\\0.168",
              "0.16\\0.14",
              "GEOMETRY",
              "Mid-sagittal plane, SID 1800 SOD 1500",
              "1.2",
              "1800",
              "1500"),
          PartTen.Syntax.RLE);

  static final Radiograph NASIUM =
      new Radiograph(
          "charlie/nasium",
          Study.charlie(),
          false,
          "2.25.143844220078629543066222574357276848467",
          "2.25.128667401041229453999911752568774348976",
          1,
          "101620",
          Projection.nasium(),
          Calibration.detector("0.16"),
          PartTen.Syntax.RLE);

  static final Radiograph VERTEX =
      new Radiograph(
          "charlie/vertex",
          Study.charlie(),
          true,
          "2.25.188489749002405546027083608750280721239",
          "2.25.91355301706612403671424287082154639984",
          2,
          "101902",
          Projection.vertex(),
          Calibration.detector("0.148"),
          PartTen.Syntax.DEFLATED);

  private PhantomCollection() {}
}
