package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyPlace;
import dev.nabla.key.press.KeyPress;
import dev.nabla.screen.part.Clip;
import dev.nabla.tutor.LineEditor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditorTest {
    /** The cursor is written as a bar. */
    private static LineEditor of(String written) {
        return new LineEditor(written.replace("|", ""), written.indexOf('|'));
    }

    private static LineEditor answered(String written) {
        LineEditor editor = of(written);
        return new LineEditor(editor.text(), editor.cursor(), true);
    }

    private static String text(LineEditor editor) {
        return new StringBuilder(editor.text()).insert(editor.cursor(), '|').toString();
    }

    private static LineEditor press(String key, LineEditor editor) {
        Effect effect = new KeyPlace(List.of(KeyContext.TYPING), Optional.empty(), 0, Map.of())
                .effect(KeyPress.named(key))
                .orElseThrow();
        return ((Effect.Typing) effect).change().apply(editor);
    }

    @Table
    void aKeyChangesTheLine(String key, String before, String after) {
        assertThat(text(press(key, of(before)))).isEqualTo(after);
    }

    @Test
    void charactersGoInAtTheCursor() {
        assertThat(text(of("0.|7").type("4"))).isEqualTo("0.4|7");
    }

    @Test
    void whatHasHadItsAnswerMakesRoomUnlessItIsEdited() {
        assertThat(text(answered("0.51|").type("0"))).isEqualTo("0|");
        assertThat(text(press("Backspace", answered("0.51|")).type("2"))).isEqualTo("0.52|");
        assertThat(text(press("End", answered("0.51|")).type("2"))).isEqualTo("0.512|");
    }

    @Test
    void aPasteOfSeveralLinesBecomesOneAndCannotSteerTheTerminal() {
        assertThat(Effect.type("1,\n2\u001b[2J\u202e")
                        .change()
                        .apply(LineEditor.EMPTY)
                        .text())
                .isEqualTo("1, 2?[2J?");
    }

    @Test
    void whatIsTooLongIsLeftOutAndNoCharacterIsHalved() {
        LineEditor full = LineEditor.EMPTY.type("x".repeat(LineEditor.LONGEST - 1));
        assertThat(full.type("😀").text()).isEqualTo(full.text());
        assertThat(full.type("yz").text()).isEqualTo(full.text() + "y");
    }

    @Test
    void theCursorIsSeenHoweverLongTheTextAndWithoutColours() {
        Random chance = new Random(1);
        LineEditor editor = LineEditor.EMPTY.type("τ = 1/3 + ".repeat(12));
        for (int i = 0; i < 300; i++) {
            editor = press(List.of("Left", "Right", "Home", "End").get(chance.nextInt(4)), editor);
            for (Glyphs glyphs : Glyphs.values()) {
                Canvas canvas = new Canvas(new Size(20, 1), Font.of(glyphs));
                canvas.put(0, 0, Clip.typed(editor, 20, glyphs));
                assertThat(canvas.frame().cells()).map(Cell::weight).contains(Weight.REVERSE);
            }
        }
    }
}
