/**
 * The journal of reading sessions as files in a folder of the user's: one file for each session, to
 * which every change is appended at once. Start with {@link org.cervimark.journal.FolderJournal};
 * the port is {@link org.cervimark.reading.Journal}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.journal;
