package dev.nabla.figure;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/**
 * What every row of FIG.06 begins with: a name, a slider and its value.
 *
 * @param body the picture
 * @param grid its columns
 * @param compact whether a word is left out that does not fit
 */
record SoftmaxRow(Canvas body, SoftmaxGrid grid, boolean compact) {

    void name(int y, String symbol, String word, Tone tone, boolean focused) {
        if (focused) {
            body.put(1, y, "►", tone, Weight.BOLD);
        }
        String name = compact && body.width(symbol + " " + word) > grid.slider() - 4 ? symbol : symbol + " " + word;
        body.put(3, y, name, focused ? tone : Tone.TEXT, focused ? Weight.BOLD : Weight.PLAIN);
    }

    void slider(int y, String knob, int part, Scale scale, double value, double origin, Tone tone) {
        new Slider(scale, value, origin, tone).draw(body, y);
        body.handle(new Handle(
                knob, part, new Area(grid.slider(), y, grid.sliderEnd() - grid.slider() + 1, 1), scale, null));
    }

    void value(int y, String number, Tone tone, boolean focused) {
        body.field(grid.valueEnd(), y, 5, number, focused ? tone : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
    }
}
