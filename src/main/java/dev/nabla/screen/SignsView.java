package dev.nabla.screen;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.LookBack;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signs and words on the screen below, each with its meaning and the page that introduces it. Where there is room,
 * the keys of that screen stand beside them.
 *
 * @param under the screen with the signs
 * @param rows the signs, then the words
 * @param selected index of the row whose page Enter opens, from 0
 */
record SignsView(View under, List<SignRow> rows, int selected) implements OverlayView {
    /** Columns of the list where the keys stand beside it. */
    private static final int COLUMNS = 74;

    /** Columns below which a row names only the section. */
    private static final int LEAST_LABELLED = 70;

    private static final int NAME = 3;
    private static final int MOST_NAME = 16;
    private static final String OTHERS = "/ looks up any other:";

    /** Shows the signs and words on a screen; the keys if there are none. */
    static ScreenState open(View under, ScreenState state) {
        List<GlossaryEntry> entries = state.course().glossary().in(under.text(state));
        return entries.isEmpty() ? under.showKeys(state) : open(entries, under, state);
    }

    /** Shows signs and words that stand on a screen or are looked up from it, at least one. */
    static ScreenState open(List<GlossaryEntry> entries, View under, ScreenState state) {
        return state.show(new SignsView(under, SignRow.of(entries, under, state), 0));
    }

    @Override
    public SignsView over(View other) {
        return new SignsView(other, rows, selected);
    }

    @Override
    public View uncovered() {
        return under;
    }

    @Override
    public ScreenState showSigns(ScreenState state) {
        return Reading.fitsBoth(state.size()) ? exit(state) : showKeys(state);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.SIGNS, KeyContext.BACK);
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        return new EnumMap<>(Navigation.class);
    }

    private boolean isOpenGuess(ScreenState state) {
        return reading()
                .filter(there -> there.walk().isOpenGuess(state.tutor()))
                .isPresent();
    }

    @Override
    public Onward onward(ScreenState state) {
        return new Onward("its page", now -> open(selected, now));
    }

    private ScreenState open(int row, ScreenState state) {
        SignRow chosen = rows.get(row);
        SignsView here = new SignsView(under, rows, row);
        if (!chosen.opens()) {
            return state.withView(here)
                    .withNotice(
                            chosen.page().isPresent()
                                    ? "That page comes after the guess"
                                    : "The page " + chosen.entry().page() + " cannot be read");
        }
        Line reason = Line.EMPTY.dim("you looked up ").text(chosen.entry().line());
        LookBack back = LookBack.word("the signs", chosen.entry(), reason, chosen.pages());
        return ExplanationView.open(chosen.page().get(), back, here, state);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.OpenRow clicked) {
            return open(clicked.row(), state);
        }
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> exit(state);
            case SEARCH -> CourseSearchView.open(this, "", state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.withView(new SignsView(
                        under,
                        rows,
                        new ListPosition(rows.size(), selected).moved(go).at()));
            default -> state;
        };
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(Line.of("Signs and words here"), Line.EMPTY, Optional.empty()),
                new ViewBlock.RowsBlock(
                        "",
                        ViewBlock.RowForm.SUMMARY,
                        rows.stream().map(SignRow::block).toList()));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        boolean wide = Reading.fitsBoth(state.size());
        Line sentence = Line.of(rows.get(selected).entry().line());
        Canvas body =
                ScreenLayout.above(List.of(Clip.to(sentence, canvas.width() - 2, canvas.glyphs())), Line.EMPTY, canvas);
        Canvas list = wide ? body.part(body.area().left(COLUMNS)) : body;
        Canvas area = ScreenLayout.below("Signs and words here", wide ? "" : "? again for the keys", list);
        if (wide) {
            Canvas keys = body.part(body.area().afterColumns(COLUMNS));
            List<Line> lines = KeyListing.lines(under, keys.width() - 2, state);
            Canvas column = ScreenLayout.below("Keys that work here", "", keys);
            ScreenLayout.put(lines, 0, column);
            if (lines.size() > column.height()) {
                ScreenLayout.markMore(WorkedSteps.count(lines.size() - column.height(), "more line") + ": F1", column);
            }
            for (int y = 0; y < body.height(); y++) {
                body.put(COLUMNS - 1, y, y == 1 ? "┼" : "│", Tone.GRID);
            }
        }
        drawRows(area, state);
    }

    /** Draws the rows, scrolled so that the selected one is visible. Blank rows stand between groups if they fit. */
    private void drawRows(Canvas area, ScreenState state) {
        int signs = (int) rows.stream().filter(row -> row.entry().isSign()).count();
        boolean groups = signs > 0 && signs < rows.size();
        boolean airy = rows.size() + (groups ? 2 : 1) <= area.height();
        int gaps = airy && groups ? 1 : 0;
        int top = new ListPosition(rows.size(), selected).top(area.height());
        int y = airy ? 1 : 0;
        for (int i = top; i < rows.size() && y < area.height(); i++) {
            y += gaps > 0 && i == signs ? 1 : 0;
            drawRow(i, area.part(new Area(0, y++, area.width(), 1)));
        }
        if (y + 1 < area.height()) {
            area.put(3, y + 1, Line.EMPTY.dim(others(area.width() - 4, state)));
        }
    }

    private void drawRow(int index, Canvas row) {
        SignRow shown = rows.get(index);
        boolean labelled = row.width() >= LEAST_LABELLED || row.width() == COLUMNS;
        String place = shown.place(!labelled);
        int name = nameWidth(row.glyphs());
        int meaning = NAME + name + 2;
        int end = row.width() - 1 - row.glyphs().width(place);
        ListPosition.name(shown.entry().name(), name, index == selected, index, row);
        row.put(meaning, 0, Clip.to(Line.of(shown.entry().meaning()), end - meaning - 1, row.glyphs()));
        row.put(end, 0, Line.EMPTY.dim(place));
    }

    private int nameWidth(Glyphs glyphs) {
        int widest = 0;
        for (SignRow row : rows) {
            widest = Math.max(widest, glyphs.width(row.entry().name()));
        }
        return Math.min(MOST_NAME, widest);
    }

    /** Returns the sentence about words that are not on this screen, with as many of them as fit. */
    private String others(int width, ScreenState state) {
        List<GlossaryEntry> here = rows.stream().map(SignRow::entry).toList();
        List<GlossaryEntry> others = new ArrayList<>(state.course().glossary().entries());
        others.removeAll(here);
        if (others.isEmpty() || isOpenGuess(state)) {
            return "";
        }
        StringBuilder text = new StringBuilder(OTHERS);
        for (GlossaryEntry other : others) {
            if (state.font().glyphs().width(text + "  " + other.name() + " ...") > width) {
                return text + " ...";
            }
            text.append("  ").append(other.name());
        }
        return text.toString();
    }
}
