package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.math.BadInput;
import dev.nabla.output.Csv.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells of CSV files, as spreadsheets write them. */
class CsvTest {
    @Test
    void rowsHaveTheLineOnWhichTheyBegin() {
        assertThat(Csv.read("name,id\r\n\"Doe, \"\"J\"\"\nx\",1\n\nada,\n", ','))
                .containsExactly(
                        new Row(1, List.of("name", "id")),
                        new Row(2, List.of("Doe, \"J\"\nx", "1")),
                        new Row(4, List.of("")),
                        new Row(5, List.of("ada", "")));
        assertThat(Csv.read("", ',')).isEmpty();
        assertThat(Csv.read("a", ',')).containsExactly(new Row(1, List.of("a")));
    }

    @Test
    void whatIsQuotedIsReadAgain() {
        for (String cell : List.of("", "a", "a,b", "\"", "two\nlines", "\"a\",\"b\"")) {
            assertThat(Csv.read(Csv.quoted(cell, ",") + ",end\n", ','))
                    .containsExactly(new Row(1, List.of(cell, "end")));
        }
    }

    @Test
    void theSeparatorIsTheOneThatTheHeadHoldsMostOften() {
        assertThat(Csv.separator("\nname;id\na,b,c,d")).isEqualTo(';');
        assertThat(Csv.separator("name\tid\tgroup")).isEqualTo('\t');
        assertThat(Csv.separator("name")).isEqualTo(',');
    }

    @Test
    void anOpenQuotationMarkIsFoundByItsLine() {
        assertThatThrownBy(() -> Csv.read("a\nb,\"c\nd\n", ','))
                .isInstanceOf(BadInput.class)
                .hasMessage("line 2: a quotation mark is not closed; close it");
    }
}
