/** Room of FIG.17, a name from dice, letter by letter; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.babble.BabbleFigure}. */
package dev.nabla.figure.babble;
