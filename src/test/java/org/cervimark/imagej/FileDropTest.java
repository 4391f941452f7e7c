package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desktop hands over when files are dropped, and what is opened of it. */
class FileDropTest {

  private final List<Path> opened = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final FileDrop drop = new FileDrop(opened::add);

  @BeforeEach
  void display() {
    Display.require();
  }

  @Test
  void everyDroppedFileAndFolderIsOpened() {
    drop.drop(event(new Files(List.of(new File("study"), new File("film.dcm")))));
    assertEquals(List.of(Path.of("study"), Path.of("film.dcm")), opened);
    assertEquals(List.of("accepted", "complete true"), answers);
  }

  @Test
  void textIsRejected() {
    drop.drop(event(new StringSelection("study")));
    assertEquals(List.of(), opened);
    assertEquals(List.of("rejected"), answers);
  }

  private DropTargetDropEvent event(Transferable dropped) {
    DropTarget target = new DropTarget(new JPanel(), null);
    return new Event(target, dropped, answers);
  }

  /** A drop that tells how it was answered. */
  @SuppressWarnings("serial")
  private static final class Event extends DropTargetDropEvent {

    private final Transferable dropped;
    private final List<String> answers;

    Event(DropTarget target, Transferable dropped, List<String> answers) {
      super(
          target.getDropTargetContext(),
          new Point(1, 1),
          DnDConstants.ACTION_COPY,
          DnDConstants.ACTION_COPY);
      this.dropped = dropped;
      this.answers = answers;
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return dropped.isDataFlavorSupported(flavor);
    }

    @Override
    public Transferable getTransferable() {
      return dropped;
    }

    @Override
    public void acceptDrop(int action) {
      answers.add("accepted");
    }

    @Override
    public void rejectDrop() {
      answers.add("rejected");
    }

    @Override
    public void dropComplete(boolean success) {
      answers.add("complete " + success);
    }
  }

  /** Files as a desktop offers them. */
  private record Files(List<File> files) implements Transferable {

    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.javaFileListFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return flavor.equals(DataFlavor.javaFileListFlavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
      if (!isDataFlavorSupported(flavor)) {
        throw new UnsupportedFlavorException(flavor);
      }
      return files;
    }
  }
}
