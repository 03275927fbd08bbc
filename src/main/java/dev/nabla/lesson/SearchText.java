package dev.nabla.lesson;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a search of the course looks through: the prose of a lesson's pages, and the titles and knobs of its figures.
 * Questions, answers, worked examples and goals are left out.
 *
 * @param pages a text per page
 * @param figures a text per figure
 */
public record SearchText(List<SearchPart> pages, List<SearchPart> figures) {
    /**
     * A text that is searched.
     *
     * @param text the text in one line
     * @param folded the same as {@link TypedWords#fold} returns it
     */
    public record SearchPart(String text, String folded) {
        private static SearchPart of(String text) {
            return new SearchPart(text, TypedWords.fold(text));
        }
    }

    static SearchText of(Lesson lesson) {
        List<SearchPart> pages = new ArrayList<>();
        for (List<Block> page : lesson.pages()) {
            StringJoiner text = new StringJoiner(" ");
            page.forEach(block -> text.add(block.prose()));
            pages.add(SearchPart.of(text.toString()));
        }
        List<SearchPart> figures = new ArrayList<>();
        lesson.figures().forEach(live -> figures.add(SearchPart.of(text(live.figure()))));
        return new SearchText(List.copyOf(pages), List.copyOf(figures));
    }

    private static <M extends Record> String text(Figure<M> figure) {
        Figure.Info info = figure.info();
        StringJoiner knobs = new StringJoiner(", ");
        for (Knob<M, ?> knob : figure.knobs(figure.start())) {
            knobs.add(knob.info().labels().get(0));
        }
        String title = info.number() + " " + info.title() + " (" + info.noun() + ")";
        return knobs.length() == 0 ? title : title + ": " + knobs;
    }
}
