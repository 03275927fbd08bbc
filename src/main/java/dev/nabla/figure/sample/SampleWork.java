package dev.nabla.figure.sample;

import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The extra room of {@link SampleFigure}: what has been drawn, in its order, and how it came about. */
record SampleWork(Sample sample) {

    void draw(Canvas canvas) {
        if (sample.count() > 0) {
            String order = Arrays.stream(sample.draws().tokens())
                    .limit(canvas.width() / 4)
                    .mapToObj(this::name)
                    .collect(Collectors.joining(" "));
            canvas.put(0, 0, "in order", Tone.DIM);
            Wrap.lines(order, canvas.width() - 12, canvas.glyphs()).stream()
                    .limit(1)
                    .forEach(line -> canvas.put(11, 0, line, Tone.PATH1));
        }
        canvas.put(0, 2, "worked out", Tone.TEXT);
        List<String> lines = SampleSteps.of(sample).stream()
                .flatMap(step -> Wrap.lines(step, canvas.width(), canvas.glyphs()).stream())
                .toList();
        for (int i = 0; i < Math.min(lines.size(), canvas.height() - 3); i++) {
            canvas.put(0, i + 3, lines.get(i), Tone.DIM);
        }
    }

    private String name(int j) {
        int n = sample.logits().size();
        return NextToken.shortest(n, j);
    }
}
