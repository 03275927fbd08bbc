package dev.nabla.tui;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.tui.term.FrameScreen;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A picture of 120x36, and the way of what differs from the one before to the terminal. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBench {
    private static final Size SIZE = new Size(120, 36);
    private static final Palette COLORS = new Palette(Colors.INDEXED, Theme.DARK);

    private final SoftmaxFigure figure = new SoftmaxFigure();
    private final Frame[] frames = {drawn(figure.start()), drawn(nudged())};
    private final FrameScreen screen = new FrameScreen(OutputStream.nullOutputStream(), SIZE, false);
    private int turn;

    @Setup
    public void enter() throws IOException {
        screen.startScreen();
        screen.paint(frames[1], COLORS);
    }

    private SoftmaxFigure.Model nudged() {
        return Knob.named("logits", figure).parse(figure.start(), "2.2,0.5,-1,-0.5");
    }

    private Frame drawn(SoftmaxFigure.Model model) {
        return FigureState.of(figure, model).view(SIZE, Font.of(Glyphs.BRAILLE));
    }

    @Benchmark
    public Frame frameDrawn() {
        return drawn(figure.start());
    }

    @Benchmark
    public void framePaintedOverAnother() throws IOException {
        turn = 1 - turn;
        screen.paint(frames[turn], COLORS);
    }
}
