package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.read.FrontMatter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: 2.1 | true",
                "id: '2.1' | true",
                "{id: 2.1, ask: what} | true",
                "\"id\" : \"2.1\" | true",
                "id: 2.11 | false",
                "id: 12.1 | false",
                "id: 2.1.3 | false",
                "grid: 2.1 | false",
                "ask: why 2.1 | false"
            })
    void anIdIsFoundWithoutReadingTheLesson(String source, boolean named) {
        assertThat(new Draft("a", new FrontMatter("A", 1, 0), source.getBytes(StandardCharsets.UTF_8)).names("2.1"))
                .isEqualTo(named);
    }
}
