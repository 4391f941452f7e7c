package org.cervimark.dicom.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.toolkit.Elements;

/**
 * The functional groups of one frame of an enhanced image (PS3.3 C.7.6.16): what the frame says of
 * itself, or else what all frames share.
 *
 * @param image the header
 * @param frame frame number from 1
 */
record FunctionalGroups(Elements image, int frame) {

  /** The item of a group; empty if the image has no such group. */
  Optional<Elements> group(int sequence) {
    List<Elements> frames = image.items(Tag.PerFrameFunctionalGroupsSequence);
    Stream<Elements> own =
        frame <= frames.size() ? frames.get(frame - 1).items(sequence).stream() : Stream.empty();
    return Stream.concat(
            own,
            image.items(Tag.SharedFunctionalGroupsSequence).stream()
                .flatMap(shared -> shared.items(sequence).stream()))
        .findFirst();
  }

  /** The item of a group, or the image itself, which in classic images holds the same elements. */
  Elements groupOrImage(int sequence) {
    return group(sequence).orElse(image);
  }
}
