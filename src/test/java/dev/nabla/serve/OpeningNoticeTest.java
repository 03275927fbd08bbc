package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningNoticeTest {
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void aStartThatTakesLongerThanASecondSaysWhatItOpens() {
        new OpeningNotice(() -> said.add("opening"), later::add);
        assertThat(said).isEmpty();
        later.forEach(Runnable::run);
        assertThat(said).containsExactly("opening");
    }

    @Test
    void aFasterStartSaysNothing() {
        OpeningNotice notice = new OpeningNotice(() -> said.add("opening"), later::add);
        notice.withdraw();
        later.forEach(Runnable::run);
        assertThat(said).isEmpty();
    }
}
