package dev.nabla.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;

class LessonFileTest {
    @Table
    void anIdIsFoundWithoutReadingTheLesson(String source, boolean named) {
        assertThat(LessonFile.ids(source).contains("2.1")).isEqualTo(named);
    }
}
