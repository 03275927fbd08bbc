package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableAnswersTest {
    /** A model, which a table does not look at. */
    private record Unseen() {}

    private static final List<Fact> EVERY_KIND = List.of(
            Fact.of("x", new Value.Real(0.5)),
            Fact.of("p", new Value.Reals(Vector.of(1, Double.POSITIVE_INFINITY))),
            Fact.of("c", new Value.Rows(List.of(Vector.of(1, 2), Vector.of(-3, 4)))),
            Fact.of("n", new Value.Wholes(List.of(7, 8))),
            Fact.of("nothing", new Value.Wholes(List.of())),
            Fact.of("names", new Value.Words(List.of("ann", "bo"))),
            Fact.of("on", new Value.Flag(true)),
            Fact.of("slope", new Value.Absent("it has no slope here")));

    private static void add(TableAnswers sheet, List<Fact> facts) {
        sheet.add(AnswerWriter.Head.of("softmax"), List.of(), new Unseen(), facts, List.of(), List.of());
    }

    private static String text(TableAnswers sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheet.passTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aNumberOfAListHasAColumnAndWordsHaveOneTogether() throws IOException {
        TableAnswers sheet = new TableAnswers('\t', List.of(), false);
        add(sheet, EVERY_KIND);
        assertThat(text(sheet))
                .isEqualTo("x\tp[1]\tp[2]\tc[1,1]\tc[1,2]\tc[2,1]\tc[2,2]\tn[1]\tn[2]\tnames\ton\tslope\n"
                        + "0.5\t1\tinf\t1\t2\t-3\t4\t7\t8\tann,bo\ttrue\t\n");
        assertThat(TableAnswers.width(EVERY_KIND)).isEqualTo(12);
    }

    @Test
    void whatDoesNotExistLeavesItsColumnsEmpty() throws IOException {
        TableAnswers sheet = new TableAnswers(',', List.of(), false);
        add(sheet, List.of(Fact.of("p", new Value.Reals(Vector.of(1, 2)))));
        add(sheet, List.of(Fact.absent("p", "it has no value here")));
        assertThat(text(sheet)).isEqualTo("p[1],p[2]\n1,2\n,\n");
    }

    @Test
    void anAnswerWithOtherColumnsIsRefused() {
        TableAnswers sheet = new TableAnswers(',', List.of(), false);
        add(sheet, List.of(Fact.of("p", new Value.Reals(Vector.of(1, 2)))));
        assertThatThrownBy(() -> add(sheet, List.of(Fact.of("p", new Value.Reals(Vector.of(1, 2, 3))))))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.code()).isEqualTo("other_columns"));
    }
}
