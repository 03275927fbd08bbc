/**
 * The journal of what a learner has done, and the progress computed from it.
 *
 * <p>An {@link dev.nabla.progress.Entry} is a line of the {@link dev.nabla.progress.Journal}, which is synced at once
 * and never rewritten. {@link dev.nabla.progress.Progress} is what is read, mastered and due. Sees {@code math},
 * {@code figure}, {@code lesson} and {@code file}, and uses {@code output} to read and write lines. Start reading at
 * {@link dev.nabla.progress.Progress}.
 */
package dev.nabla.progress;
