package dev.nabla.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonFileTest {
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
        assertThat(LessonFile.ids(source).contains("2.1")).isEqualTo(named);
    }
}
