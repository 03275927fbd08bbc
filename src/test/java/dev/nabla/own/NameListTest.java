package dev.nabla.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.own.NameList.Accepted;
import dev.nabla.own.NameList.BadLine;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {
    private static NameList read(String text) {
        return NameList.of(NameList.lines(text), Accepted.DRAWN);
    }

    @Test
    void everyLineIsANameOrIsNamed() {
        NameList list = read("Anna\n\n  Zoe\u0308 \nb\u202ecaz\nx\u001b[31m\nabcdefghijklmnopq\n\u674e\u660e\n"
                + "\ue000\n\ud83d\ude00\nmary ann\n\u0436\u0443\u043a\n\u05e9\u05dc\u05d5\u05dd\n\u0e2a\u0e31");
        assertThat(list.names())
                .containsExactly("Anna", "Zo\u00eb", "mary ann", "\u0436\u0443\u043a", "\u05e9\u05dc\u05d5\u05dd");
        assertThat(list.bad())
                .containsExactly(
                        new BadLine(4, "has the character U+202E, which nobody sees; take it out"),
                        new BadLine(5, "has the character U+001B, which nobody sees; take it out"),
                        new BadLine(6, "has more than 16 letters"),
                        new BadLine(7, "has U+674E, which cannot be drawn in one cell"),
                        new BadLine(8, "has U+E000, which cannot be drawn in one cell"),
                        new BadLine(9, "has U+1F600, which cannot be drawn in one cell"),
                        new BadLine(13, "has U+0E31, which cannot be drawn in one cell"));
        assertThat(list.bad().get(0)).hasToString("line 4 " + list.bad().get(0).why());
    }

    @Test
    void lettersAreCountedOnceAndTheLongestNameIsTheFirstOfItsLength() {
        NameList list = read("cab\nabc\nba");
        assertThat(list.letters()).isEqualTo("abc");
        assertThat(list.longest()).isEqualTo("cab");
        assertThat(OwnNames.weights(24)).isEqualTo(4128);
        assertThat(read("").names()).isEmpty();
        assertThat(read("").longest()).isEmpty();
    }

    @Test
    void linesAreStoredShortAndOnlySoManyOfThem() {
        NameLines lines = NameLines.EMPTY.adding(Collections.nCopies(1001, "abcdefghijklmnop"), 1000);
        assertThat(lines.lines()).hasSize(1001).endsWith("");
        assertThat(lines.dropped()).isEqualTo(1);
        NameLines one = NameLines.EMPTY.adding(List.of("x".repeat(1 << 16)), 1000);
        assertThat(one.line(0)).hasSize(NameLines.LONGEST);
        assertThat(NameList.of(one.lines(), Accepted.DRAWN).bad())
                .containsExactly(new BadLine(1, "has more than 16 letters"));
    }
}
