package dev.nabla.room.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.frame.Glyphs;
import dev.nabla.math.BadInput;
import dev.nabla.room.Naming;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names may be new in a class, and what is said of the others. */
class NewNameTest {
    private static List<StudentName> names(String... texts) {
        return Arrays.stream(texts).map(StudentName::new).toList();
    }

    @Table
    void namesOfEveryScriptMayBeNew(String name) {
        assertThat(NewName.of(name, names("ada", "Σοφία")).text())
                .isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Escapes in a name are written U+XXXX, since a table shows no invisible character. */
    @Table
    void otherNamesAreRefusedWithWhatToType(String name, String why) {
        String typed = name.contains("U+")
                ? name.replaceFirst(
                        "U\\+[0-9A-F]{4}",
                        Character.toString(
                                Integer.parseInt(name.substring(name.indexOf("U+") + 2, name.indexOf("U+") + 6), 16)))
                : name;
        assertThatThrownBy(() -> NewName.of(typed, names("ada", "copa", "Ian", "Σοφία")))
                .isInstanceOf(BadInput.class)
                .hasMessage(why);
    }

    /** They were allowed once, so the files of a class may hold them. */
    @ParameterizedTest
    @ValueSource(strings = {"аda", "-x", "ａｄａ", "ﬁx", "\u3164", "a\uffa0", "name-3", "tеacher", "Tom李"})
    void whoHasANameKeepsIt(String old) {
        StudentName name = new StudentName(old);
        assertThat(new NewName(name, names("ada"), Glyphs.BRAILLE).complaint()).isPresent();
        assertThat(NewName.of(old.toUpperCase(java.util.Locale.ROOT), List.of(name))
                        .key())
                .isEqualTo(name.key());
    }

    @Test
    void marksAreBoundedPerLetter() {
        String four = "a\u0323\u0328\u0302\u0301";
        assertThat(new StudentName(four + "b").text()).isEqualTo(Normalizer.normalize(four + "b", Normalizer.Form.NFC));
        for (String zalgo : List.of(four + "\u0306", "a\u0300\u0300", "a" + "\u0316\u0301".repeat(3))) {
            assertThatThrownBy(() -> new StudentName(zalgo))
                    .hasMessage("a letter of a name has at most 4 marks above and below it, each once; type it with"
                            + " fewer");
        }
    }

    @Test
    void aTerminalThatLacksItsLettersShowsANumberForAName() {
        String shown = new StudentName("李明").written(Glyphs.ASCII);
        assertThat(shown).matches("name-[1-9]\\d{4}");
        assertThat(new StudentName("李眀").written(Glyphs.ASCII)).isNotEqualTo(shown);
        assertThat(new StudentName("ИВАН").written(Glyphs.ASCII))
                .isEqualTo(new StudentName("иван").written(Glyphs.ASCII));
        assertThat(new StudentName("Zoë").written(Glyphs.ASCII)).isEqualTo("Zoe");
        assertThat(new StudentName("李明").written(Glyphs.QUADRANT)).isEqualTo("李明");
        assertThat(Naming.ASCII.of(new Student("4821399", new StudentName("李明"))))
                .isEqualTo(shown);
        assertThat(Naming.ASCII.of(new ListedName(3, new StudentName("李明")))).isEqualTo(shown);
    }

    /** What is to be typed can be read on that terminal. */
    @Test
    void aComplaintHasNoQuestionMarksInAscii() {
        for (String name : List.of("-Ольга", "Ольга\u3164", "соpа", "copa", "Софія٣3")) {
            String why = new NewName(new StudentName(name), names("сора", "Σοφία"), Glyphs.ASCII)
                    .complaint()
                    .orElseThrow();
            assertThat(Glyphs.ASCII.spell(why)).as(name).doesNotContain("?");
        }
    }

    @Property
    void noTextMakesItFailOtherwise(@ForAll String text) {
        try {
            StudentName name = NewName.of(text, names("ada"));
            assertThat(name.text().codePoints().count()).isBetween(1L, 32L);
            assertThat(NewName.of(name.text(), List.of()).key()).isEqualTo(name.key());
        } catch (BadInput refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
