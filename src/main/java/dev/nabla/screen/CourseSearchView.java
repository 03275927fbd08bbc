package dev.nabla.screen;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.CourseSearch;
import dev.nabla.lesson.CourseSearch.FoundPlace;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.TextFinder;
import dev.nabla.lesson.TextRange;
import dev.nabla.lesson.TypedWords;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.LookBack;
import dev.nabla.tutor.LineEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search of the whole course, as one types: a line of the glossary, then pages, then figures. Before anything is
 * typed it lists the glossary.
 *
 * @param under the screen to return to
 * @param query the words typed
 * @param selected index of the row that Enter opens, from 0
 */
record CourseSearchView(View under, LineEditor query, int selected) implements OverlayView {
    /** Columns of the number of a section, and of what the place is. */
    private static final int SECTION = 3;

    private static final int KIND = 7;
    private static final int TEXT = 17;
    private static final int HEAD_ROWS = 2;

    /** Most places that are told. */
    private static final int MOST_TOLD = 20;

    /** Searches for words, unless a guess is open, whose answer a page could tell. */
    static ScreenState open(View under, String words, ScreenState state) {
        return under.reading()
                        .filter(there -> there.walk().isOpenGuess(state.tutor()))
                        .isPresent()
                ? state.withNotice("First the guess; a page could tell the answer")
                : state.show(new CourseSearchView(under, new LineEditor(words, words.length()), 0));
    }

    @Override
    public CourseSearchView over(View other) {
        return new CourseSearchView(other, query, selected);
    }

    private CourseSearchView at(int row) {
        return new CourseSearchView(under, query, row);
    }

    @Override
    public boolean searchesCourse() {
        return true;
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.COURSE_SEARCH, KeyContext.TYPING);
    }

    private CourseSearch found(ScreenState state) {
        return CourseSearch.of(query.text(), state.course());
    }

    /** Returns the entries that are listed before anything is typed. */
    private List<GlossaryEntry> words(ScreenState state) {
        return query.isBlank() ? state.course().glossary().entries() : List.of();
    }

    private int rows(ScreenState state) {
        return query.isBlank() ? words(state).size() : found(state).places().size();
    }

    @Override
    public Onward onward(ScreenState state) {
        return rows(state) == 0 ? Onward.NOWHERE : new Onward("open", now -> open(selected, now));
    }

    private ScreenState open(int row, ScreenState state) {
        CourseSearchView here = at(row);
        if (query.isBlank()) {
            GlossaryEntry word = words(state).get(row);
            return state.course()
                    .introducing(word)
                    .map(page ->
                            here.look(page, Line.EMPTY.dim("you looked up ").text(word.line()), state))
                    .orElseGet(() -> state.withNotice("The page " + word.page() + " cannot be read"));
        }
        FoundPlace place = found(state).places().get(row);
        if (place.isFigure()) {
            int station =
                    place.section().lesson().orElseThrow().road().indexOf(new Station(StationKind.PLAY, place.index()));
            return Reading.at(place.section(), station, Optional.of(here), state);
        }
        return here.look(place.page(), Line.EMPTY.dim("you searched for ").text(query.text()), state);
    }

    private ScreenState look(PageRef page, Line reason, ScreenState state) {
        LookBack back = LookBack.word("the search", marked(state), reason, Integer.MAX_VALUE);
        return ExplanationView.open(page, back, this, state);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.OpenRow clicked) {
            return open(clicked.row(), state);
        }
        if (effect instanceof Effect.Typing typed) {
            return state.withView(new CourseSearchView(under, typed.change().apply(query), 0));
        }
        Navigation go = Navigation.of(effect);
        int rows = rows(state);
        return switch (go) {
            case BACK -> exit(state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                rows == 0
                        ? state
                        : state.withView(
                                at(new ListPosition(rows, selected).moved(go).at()));
            default -> state;
        };
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(Line.of("Search the course"), Line.EMPTY, Optional.empty()),
                new ViewBlock.RowsBlock("", ViewBlock.RowForm.SUMMARY, told(state)));
    }

    private List<ViewBlock.BlockRow> told(ScreenState state) {
        if (query.isBlank()) {
            return words(state).stream().map(word -> row(word.line())).toList();
        }
        CourseSearch found = found(state);
        if (found.places().isEmpty()) {
            return List.of(row("No page has \"" + query.text().strip() + "\""));
        }
        List<ViewBlock.BlockRow> rows = new ArrayList<>();
        found.word().ifPresent(word -> rows.add(row(word.line())));
        found.places().stream().limit(MOST_TOLD).forEach(place -> rows.add(row(name(place))));
        int left = found.count() - MOST_TOLD;
        if (left > 0) {
            rows.add(row("and " + WorkedSteps.count(left, "more place")));
        }
        return rows;
    }

    private static ViewBlock.BlockRow row(String words) {
        return ViewBlock.BlockRow.of("", Line.of(words));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        CourseSearch found = found(state);
        Line sentence = Clip.to(sentence(found, state), canvas.width() - 2, canvas.glyphs());
        Canvas body = ScreenLayout.above(List.of(sentence), Line.EMPTY, canvas);
        Optional<PageRef> beside = page(found, state).filter(page -> Reading.fitsBoth(state.size()));
        Canvas list = beside.isPresent()
                ? ScreenLayout.splitForPage(beside.get(), Optional.of(marked(state)), state, body)
                : body;
        Line name = Line.EMPTY.second("∇").span(" nabla", Tone.TEXT, Weight.BOLD);
        Canvas area = ScreenLayout.below(name, Line.EMPTY.dim("search the course"), list);
        drawQuery(found, area);
        int head = HEAD_ROWS + (found.word().isPresent() ? 1 : 0);
        if (area.height() > head) {
            Canvas rows = area.part(area.area().afterRows(head));
            if (query.isBlank()) {
                drawWords(words(state), rows, state);
            } else {
                drawPlaces(found, rows);
            }
        }
    }

    private void drawQuery(CourseSearch found, Canvas area) {
        String count = query.isBlank() ? "" : WorkedSteps.count(found.count(), "place");
        int end = area.width() - 1 - count.length();
        Line typed = Clip.typed(query, Math.max(1, end - 6), area.glyphs());
        area.put(SECTION, 0, Line.join(List.of(Line.EMPTY.dim("/ "), typed), ""));
        area.put(end, 0, Line.EMPTY.dim(count));
        found.word()
                .ifPresent(word -> area.put(
                        SECTION,
                        1,
                        Clip.to(Line.EMPTY.second(word.brief()), area.width() - SECTION - 1, area.glyphs())));
    }

    /** Draws the glossary, scrolled so that the selected word is visible. */
    private void drawWords(List<GlossaryEntry> words, Canvas rows, ScreenState state) {
        ListPosition list = new ListPosition(words.size(), selected);
        int top = list.top(rows.height());
        for (int i = top; i < list.end(rows.height()); i++) {
            Canvas row = rows.part(new Area(0, i - top, rows.width(), 1));
            ListPosition.name(words.get(i).name(), TEXT + 3, i == selected, i, row);
            int at = TEXT + 7;
            row.put(at, 0, Clip.to(Line.of(words.get(i).meaning()), row.width() - at - 1, row.glyphs()));
        }
    }

    /** Draws the places, scrolled so that the selected one is visible, with blank rows between them if all fit. */
    private void drawPlaces(CourseSearch found, Canvas rows) {
        List<FoundPlace> places = found.places();
        int gap = 2 * places.size() + 1 <= rows.height() ? 2 : 1;
        int shown = rows.height() / gap;
        ListPosition list = new ListPosition(places.size(), selected);
        int top = list.top(shown);
        for (int i = top; i < list.end(shown); i++) {
            Canvas row = rows.part(new Area(0, gap * (i - top), rows.width(), 1));
            FoundPlace place = places.get(i);
            ListPosition.name(place.section().id(), KIND - SECTION - 1, i == selected, i, row);
            row.put(KIND, 0, Line.of(place.isFigure() ? "figure" : "page " + (place.index() + 1)));
            row.put(TEXT, 0, excerpt(place.text(), Math.max(0, row.width() - TEXT - 1), row));
        }
    }

    /** Returns a part of a text around the first place of the words, which are highlighted. */
    private Line excerpt(String text, int width, Canvas row) {
        List<TextRange> places = new TypedWords(query.text().strip()).in(text);
        TextRange first = places.isEmpty() ? new TextRange(0, 0) : places.get(0);
        int from = Math.max(0, Math.min(first.from(), first.to() - 2 * width / 3));
        while (from > 0 && from < first.from() && text.charAt(from - 1) != ' ') {
            from++;
        }
        Line line = Line.of(text.substring(from, first.from()))
                .span(text.substring(first.from(), first.to()), Tone.SECOND, Weight.BOLD)
                .text(text.substring(first.to(), Math.min(text.length(), first.to() + width)));
        return Clip.to(line, width, row.glyphs());
    }

    /** Returns what is highlighted on the page of the selected row. */
    private TextFinder marked(ScreenState state) {
        return query.isBlank()
                ? words(state).get(selected)
                : new TypedWords(query.text().strip());
    }

    /** Returns the page of the selected row, which stands beside the list on a wide screen. */
    private Optional<PageRef> page(CourseSearch found, ScreenState state) {
        if (query.isBlank()) {
            List<GlossaryEntry> words = words(state);
            return words.isEmpty() ? Optional.empty() : state.course().introducing(words.get(selected));
        }
        return found.places().isEmpty() || found.places().get(selected).isFigure()
                ? Optional.empty()
                : Optional.of(found.places().get(selected).page());
    }

    private Line sentence(CourseSearch found, ScreenState state) {
        if (query.isBlank()) {
            List<GlossaryEntry> words = words(state);
            return Line.of(
                    words.isEmpty()
                            ? "Type a word of the course"
                            : words.get(selected).line());
        }
        if (found.places().isEmpty()) {
            return Line.of("no page has \"" + query.text().strip() + "\"");
        }
        FoundPlace place = found.places().get(selected);
        Optional<PageRef> introduced = found.word().flatMap(state.course()::introducing);
        boolean isHere = introduced
                .filter(page -> page.section().equals(place.section()))
                .filter(page -> page.page() == place.index())
                .isPresent();
        return Line.of(name(place) + (isHere && !place.isFigure() ? ": the word is introduced there" : ""));
    }

    /** Returns the name of a place: {@code 02 Dot product, page 3}. */
    private static String name(FoundPlace place) {
        return place.section().id() + " " + place.section().title()
                + (place.isFigure() ? ": a figure" : ", page " + (place.index() + 1));
    }
}
