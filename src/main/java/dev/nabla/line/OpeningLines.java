package dev.nabla.line;

import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyPlace;
import dev.nabla.tutor.LineEditor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that are typed at the opening: the letters that names begin with. */
final class OpeningLines {
    private static final Pattern SETTING = Pattern.compile("begin\\s*=\\s*(\\S*)");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final LineSession talk;

    OpeningLines(LineSession talk) {
        this.talk = talk;
    }

    /**
     * Takes letters: a word that is no command and no key, or any after {@code begin =}. Returns false for another line
     * and at any other place.
     */
    boolean take(String typed) {
        KeyPlace keys = talk.state().keys();
        if (!keys.contexts().contains(KeyContext.LETTERS)) {
            return false;
        }
        Matcher setting = SETTING.matcher(typed);
        boolean isKey =
                typed.length() > 1 && keys.named(LineCommand.keyOf(typed)).isPresent();
        boolean isWord =
                WORD.matcher(typed).matches() && LineCommand.named(typed).isEmpty() && !isKey;
        if (!setting.matches() && !isWord) {
            return false;
        }
        String letters = isWord ? typed : setting.group(1);
        talk.apply(new Effect.Typing(old -> new LineEditor(letters, letters.length())));
        return true;
    }
}
