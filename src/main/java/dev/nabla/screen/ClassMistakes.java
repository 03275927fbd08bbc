package dev.nabla.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassOverview.RecentMistake;

/**
 * Draws the mistakes of the last ten minutes, the most frequent first.
 *
 * @param chosen index of the selected mistake, from 0; -1 for none
 */
record ClassMistakes(ClassOverview roll, int chosen, ScreenState state) {
    /**
     * Draws one mistake per row: its name, a bar, how many students made it, and what was asked.
     *
     * @param bar width of the bar, in cells, if all students made the mistake
     * @param end column where the count ends
     * @param asks column where the question begins
     */
    void draw(int bar, int end, int asks, Canvas canvas) {
        int here = roll.rows().size();
        ListPosition list = new ListPosition(roll.mistakes().size(), chosen);
        int top = list.top(canvas.height());
        for (int i = top; i < list.end(canvas.height()); i++) {
            RecentMistake each = roll.mistakes().get(i);
            int made = each.names().size();
            Canvas row = canvas.part(new Area(0, i - top, canvas.width(), 1));
            ListPosition.name(each.name(), 16, i == chosen, here + i, row);
            row.put(20, 0, "━".repeat(Math.max(1, Math.round((float) bar * made / here))), Tone.WARN);
            row.right(end, 0, " " + made + " of " + here, Tone.DIM);
            String prompt = ClassView.ballot(each, state)
                    .map(ballot -> ballot.instance().prompt().replaceFirst(".*[.:!] (?=.*\\?)", ""))
                    .orElse("");
            row.put(
                    asks,
                    0,
                    row.fitting(
                            row.width() - asks - 2,
                            each.where().item() + " " + prompt,
                            each.where().item()),
                    Tone.DIM);
        }
    }
}
