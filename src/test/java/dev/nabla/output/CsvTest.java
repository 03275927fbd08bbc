package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"ada|ada", "a b|a b", "a,b|\"a,b\"", "a;b|\"a;b\"", "say \"hi\"|\"say \"\"hi\"\"\""})
    void aCellIsQuotedOnlyWhereItMustBe(String cell, String written) {
        assertThat(Csv.quoted(cell, ",;")).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a;b|a;b", "1.5|1.5"})
    void onlyTheSeparatorsOfTheTableCount(String cell, String written) {
        assertThat(Csv.quoted(cell, ",")).isEqualTo(written);
    }

    @Test
    void aLineInACellDoesNotEndTheRow() {
        assertThat(Csv.quoted("a\nb", ",;")).isEqualTo("\"a\nb\"");
    }
}
