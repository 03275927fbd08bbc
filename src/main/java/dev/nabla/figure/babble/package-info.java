/**
 * Figure FIG.17: sampling a name from a trained model, letter by letter.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.babble.BabbleFigure}.
 */
package dev.nabla.figure.babble;
