/**
 * Figure FIG.19: the whole file of a GPT in ten groups, and what each of their lines makes of a name.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.file.FileFigure}.
 */
package dev.nabla.figure.file;
