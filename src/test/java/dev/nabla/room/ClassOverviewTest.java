package dev.nabla.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.room.ClassOverview.RecentMistake;
import dev.nabla.room.ClassOverview.StudentRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Thirty pupils, what their teacher is told of them worked out by hand. */
class ClassOverviewTest {
    private static final String[] TWO = {
        "ute | 00 HOME | 4000 |",
        "jan | 02 QUESTION 2.10 | 299 | 2.9+ 2.10-sign 2.10-sign 2.9- 2.10-sign 2.10-sign",
        // somebody at two machines is where a key was pressed last
        "jan | 01 READS | 300 |"
    };

    private static ClassOverview roll() throws IOException {
        return ClassOverview.of(Pupils.now(TWO), Naming.WHOLE);
    }

    @Test
    void whoNeedsHelpIsFirstThenEverybodyByPlaceAndName() throws IOException {
        ClassOverview roll = roll();
        assertThat(roll.needing()).isEqualTo(4);
        assertThat(String.join(" ", roll.rows().stream().map(StudentRow::name).toList()))
                .isEqualTo(
                        "kemal rosa jonas umut ute wanja emma hanna oskar sami xenia aron nora ben dario gwen ida milo "
                                + "quinn tilda zeno farid vera paula bea cleo jan lena ada yara");
    }

    @Test
    void threeWrongInARowOnOneQuestionNeedHelp() throws IOException {
        List<StudentRow> rows = roll().rows();
        assertThat(rows.subList(0, 4)).map(StudentRow::wrong).containsExactly(3, 3, 1, 0);
        assertThat(rows.subList(0, 4)).map(StudentRow::isStill).containsExactly(false, false, true, true);
        assertThat(rows.get(0).repeated())
                .map(ClassOverview.RecentMistake::name)
                .contains("not normalised");
        assertThat(rows.get(1).repeated()).isEmpty();
        StudentRow jan = rows.stream()
                .filter(row -> row.name().equals("jan"))
                .findFirst()
                .orElseThrow();
        assertThat(jan.wrong()).isEqualTo(2);
        assertThat(jan.isStill()).isFalse();
    }

    @Test
    void aQuestionThatIsOpenForFiveMinutesWithoutAKeyNeedsHelp() throws IOException {
        StudentRow exact = ClassOverview.of(Pupils.now("eva | 02 GUESS 2.6 | 300 |"), Naming.WHOLE)
                .rows()
                .get(3);
        assertThat(exact.name()).isEqualTo("umut");
        assertThat(ClassOverview.of(Pupils.now("eva | 02 GUESS 2.6 | 300 |"), Naming.WHOLE)
                        .rows()
                        .get(4)
                        .name())
                .isEqualTo("eva");
        assertThat(ClassOverview.of(Pupils.now("eva | 02 GUESS 2.6 | 299 |"), Naming.WHOLE)
                        .needing())
                .isEqualTo(4);
        assertThat(ClassOverview.of(Pupils.now("eva | 02 READS | 900 |"), Naming.WHOLE)
                        .needing())
                .isEqualTo(4);
    }

    @Test
    void mistakesAreCountedByStudentsMostFirst() throws IOException {
        assertThat(roll().mistakes())
                .map(each -> each.key() + " " + each.names().size())
                .containsExactly(
                        "not-normalised 2.3 14",
                        "sign 2.3 5",
                        "wrong-pairs 2.1 3",
                        "sign 2.10 1",
                        "sign 2.2 1",
                        "one-length 2.3 1",
                        "radians 2.4 1");
        RecentMistake sign = roll().mistakes().get(1);
        assertThat(sign.names()).containsExactly("ida", "milo", "paula", "rosa", "tilda");
    }

    @Test
    void everySectionHasItsCount() throws IOException {
        assertThat(roll().sections()).isEqualTo(Map.of("01", 2, "02", 24, "03", 3, "00", 1));
        StudentRow kemal = roll().rows().get(0);
        assertThat(kemal.right() + "/" + kemal.answers().size()).isEqualTo("1/6");
    }

    @Test
    void hiddenNamesAreNowhere() throws IOException {
        ClassActivity now = Pupils.now(TWO);
        String told = ClassOverview.of(now, Naming.HIDDEN).toString();
        assertThat(now.present()).allSatisfy(here -> assertThat(told)
                .doesNotContain("=" + here.student().name() + ",")
                .doesNotContain("[" + here.student().name())
                .doesNotContain(", " + here.student().name()));
        assertThat(ClassOverview.of(now, Naming.HIDDEN).rows())
                .map(StudentRow::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void placesHaveTheirWords() {
        LearnerLocation goal = new LearnerLocation("02", LearnerLocation.Doing.GOAL, "1");
        assertThat(goal.place() + " " + goal.toText()).isEqualTo("2 goal 1");
        assertThat(LearnerLocation.HOME.place() + LearnerLocation.HOME.toText()).isEqualTo("home");
        assertThat(new LearnerLocation("00", LearnerLocation.Doing.READS, "").place())
                .isEqualTo("0");
        assertThat(Optional.of(new LearnerLocation("02", LearnerLocation.Doing.REVIEW, "2.3"))
                        .map(LearnerLocation::place))
                .contains("2.3");
    }
}
