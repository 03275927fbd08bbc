package dev.nabla.figure.induce;

import static dev.nabla.figure.induce.InduceFigure.LOSS;
import static dev.nabla.figure.induce.InduceFigure.P;
import static dev.nabla.figure.induce.InduceFigure.RATE;
import static dev.nabla.figure.induce.InduceFigure.RATE_OFF;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Line;
import java.util.ArrayList;
import java.util.List;

/** The sentence of FIG.22. While the figure runs only its numbers change, so that it can be read. */
record InduceSentence(InduceModel model, InduceResults results, ViewState<InduceModel> cursor) {
    static List<Line> of(InduceModel model, ViewState<InduceModel> cursor) {
        InduceSentence sentence = new InduceSentence(model, InduceResults.of(model), cursor);
        if (cursor.running()) {
            return sentence.training();
        }
        return model.off() > 0 ? sentence.withoutHead() : sentence.guess();
    }

    private List<Line> training() {
        return List.of(
                Line.of("Training: right of the repeats ").result(cursor.sentence(RATE, results)),
                Line.of(", their loss " + cursor.sentence(LOSS, results)));
    }

    private List<Line> withoutHead() {
        int head = (int) model.off() - 1;
        String role = InduceResults.role(model, head);
        return List.of(
                Line.of("Without head " + InduceModel.headName(head) + (role.isEmpty() ? ", " : " (" + role + "), "))
                        .result(cursor.sentence(RATE_OFF, results))
                        .text(" of the repeats are right"),
                Line.of("; with it " + cursor.sentence(RATE, results)));
    }

    private List<Line> guess() {
        List<Line> clauses = new ArrayList<>();
        String last = model.lastLetter();
        Line gives = Line.of(results.next() + " gets ").result(cursor.sentence(P, results));
        if (model.steps() == 0) {
            clauses.add(Line.of("Nothing learnt yet: after " + last + ", ").text(gives.plain()));
            return clauses;
        }
        if (model.cameAfter().isPresent()) {
            String letter = model.cameAfter().get();
            boolean copied = letter.equals(results.next());
            clauses.add(Line.of(letter + " came after " + last + " before" + (copied ? ", and now " : "; now "))
                    .first(results.next())
                    .text(" gets ")
                    .result(cursor.sentence(P, results)));
        } else {
            clauses.add(Line.of(last + " stands here for the first time; ")
                    .first(results.next())
                    .text(" gets ")
                    .result(cursor.sentence(P, results)));
        }
        clauses.add(Line.of(
                model.isLearnt()
                        ? "; a text of the training has these letters in it"
                        : "; no step has read this text"));
        return clauses;
    }
}
