package org.cervimark.imagej;

import java.awt.Component;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Opens files and folders that are dropped on a component. */
final class FileDrop extends DropTargetAdapter {

  private final Consumer<Path> opener;

  FileDrop(Consumer<Path> opener) {
    this.opener = opener;
  }

  /** Makes a component open what is dropped on it. */
  static void install(Component component, StudyOpener opener) {
    component.setDropTarget(
        new DropTarget(component, DnDConstants.ACTION_COPY, new FileDrop(opener::openLater)));
  }

  @Override
  public void drop(DropTargetDropEvent event) {
    if (!event.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
      event.rejectDrop();
      return;
    }
    event.acceptDrop(DnDConstants.ACTION_COPY);
    List<Path> files = new ArrayList<>();
    try {
      Object dropped = event.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      if (dropped instanceof List<?> list) {
        for (Object item : list) {
          if (item instanceof File file) {
            files.add(file.toPath());
          }
        }
      }
    } catch (UnsupportedFlavorException | IOException e) {
      event.dropComplete(false);
      return;
    }
    event.dropComplete(!files.isEmpty());
    files.forEach(opener);
  }
}
