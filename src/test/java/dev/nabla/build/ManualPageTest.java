package dev.nabla.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManualPageTest {
    @Test
    void whatOnlyGroffKnowsGoesAndTheRestStays() {
        List<String> page = List.of("a", ".if \\n[.g] \\{\\", ".  mso www.tmac", ".\\}", "b");
        assertThat(ManualPage.plain(page)).containsExactly("a", "b");
    }

    @Test
    void roomBelowAHeadingGoesAndOtherRoomStays() {
        List<String> page = List.of(".SH \"NAME\"", ".sp", "nabla  ", ".sp", "more");
        assertThat(ManualPage.plain(page)).containsExactly(".SH \"NAME\"", "nabla", ".sp", "more");
    }
}
