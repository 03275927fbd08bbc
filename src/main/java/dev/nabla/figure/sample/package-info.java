/** Room of FIG.09, drawing the next token; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.sample.SampleFigure}. */
package dev.nabla.figure.sample;
