package org.cervimark.imagej;

import java.util.concurrent.Executor;

/**
 * What a viewer window is made of, besides its widgets.
 *
 * @param actions what a reader can do
 * @param commands the same with names and keys
 * @param tool whether the landmark tool is in use
 * @param opener opens files dropped on the window
 * @param text outcomes in words
 * @param settings language and theme
 * @param background where reading files takes place
 * @param eventThread where widgets live
 */
record ViewerParts(
    ViewerActions actions,
    ViewerCommands commands,
    ToolState tool,
    StudyOpener opener,
    ResultText text,
    Settings settings,
    Executor background,
    Executor eventThread) {}
