package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code steps} block of a lesson; {@link dev.nabla.lesson the package} says how it is written. */
final class StepsReader {
    /** Fewer could not fade. */
    private static final int FEWEST = 3;

    private static final int MOST = 9;

    private StepsReader() {}

    static WorkedExample read(Yaml yaml, BadInput.Where place) {
        yaml.only("id", "ask", "numbers", "where", "lines");
        String id = Ids.of(yaml);
        QuestionReader shared = new QuestionReader(yaml, place);
        List<Yaml> written = yaml.maps("lines");
        if (written.size() < FEWEST || written.size() > MOST) {
            throw yaml.wrong("lines", "are " + written.size() + "; write " + FEWEST + " to " + MOST);
        }
        List<Question> lines = new ArrayList<>();
        for (Yaml line : written) {
            String name = id + "." + (lines.size() + 1);
            lines.add(line(line, name, shared));
        }
        return new WorkedExample(id, yaml.string("ask"), lines, place);
    }

    private static Question line(Yaml yaml, String id, QuestionReader shared) {
        yaml.only("line", "kind", "answer", "places", "unit", "wrong", "hints");
        String text = yaml.string("line");
        if (text.split(WorkedExample.GAP, -1).length != 2) {
            throw yaml.wrong("line", "needs one gap " + WorkedExample.GAP + " where the answer belongs");
        }
        Question.Worked answer = new Question.Worked(List.of(), Optional.empty());
        return new QuestionReader(yaml, yaml.where("line")).asked(id, text, shared, answer);
    }
}
