package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The help screen: all keys that work on the screen below it.
 *
 * @param under the screen that is explained
 * @param scroll first visible line, from 0
 */
record HelpView(View under, int scroll) implements OverlayView {
    private static final String TITLE = "Keys that work here";

    @Override
    public HelpView over(View other) {
        return new HelpView(other, scroll);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.HELP, KeyContext.BACK);
    }

    @Override
    public View uncovered() {
        return under;
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        return new EnumMap<>(Navigation.class);
    }

    /** Closes the list of keys. */
    @Override
    public ScreenState showKeys(ScreenState state) {
        return exit(state);
    }

    /** Closes the list of keys, which comes after the signs. */
    @Override
    public ScreenState showSigns(ScreenState state) {
        return exit(state);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> exit(state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.show(new HelpView(under, scrolled(go, lines(state), state)));
            default -> state;
        };
    }

    /** Returns the first visible line after a key, from 0. */
    private int scrolled(Navigation go, List<Line> lines, ScreenState state) {
        return new ListPosition(lines.size(), scroll)
                .scrolled(go, ScreenLayout.rows(state.size()))
                .at();
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        List<ViewBlock> blocks =
                new ArrayList<>(List.of(new ViewBlock.HeadBlock(Line.of(TITLE), Line.EMPTY, Optional.empty())));
        blocks.addAll(KeyListing.blocks(under, state));
        return blocks;
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Canvas body = ScreenLayout.below(TITLE, "the mouse works too; Shift-drag selects text", canvas);
        List<Line> lines = lines(state);
        ScreenLayout.put(lines, scrolled(Navigation.NOWHERE, lines, state), body);
    }

    private List<Line> lines(ScreenState state) {
        return KeyListing.lines(under, state.size().width() - 2, state);
    }
}
