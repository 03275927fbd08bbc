/** Room of FIG.15, the slopes of all weights by one walk back; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.backprop.BackpropFigure}. */
package dev.nabla.figure.backprop;
