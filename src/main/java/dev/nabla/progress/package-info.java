/**
 * What a learner has done: the journal, an entry a deed, and what the entries come to, question by question.
 *
 * <p>An {@link dev.nabla.progress.Entry} is a line of the {@link dev.nabla.progress.Journal}, which is synced at once and never
 * rewritten; {@link dev.nabla.progress.Progress} is what is read, mastered and due. Imports {@code math}, {@code figure} and
 * {@code lesson}, {@code file}, and {@code output} for the lines. Start reading at {@link dev.nabla.progress.Progress}.
 */
package dev.nabla.progress;
