package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitCodeTest {
    /** Scripts of teachers rely on the numbers. */
    @Test
    void theNumbersStayWhatTheyAre() {
        assertThat(ExitCode.meanings().keySet())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "69", "70", "74", "75", "77", "127", "128+n");
        assertThat(ExitCode.USAGE.code()).isEqualTo(2);
        assertThat(ExitCode.NO_ANSWER.code()).isEqualTo(3);
        assertThat(ExitCode.WRONG.code()).isEqualTo(4);
        assertThat(ExitCode.UNREADABLE.code()).isEqualTo(5);
        assertThat(ExitCode.IN_PART.code()).isEqualTo(6);
        assertThat(ExitCode.UNAVAILABLE.code()).isEqualTo(69);
        assertThat(ExitCode.FAULT.code()).isEqualTo(70);
        assertThat(ExitCode.CANNOT_WRITE.code()).isEqualTo(74);
        assertThat(ExitCode.LATER.code()).isEqualTo(75);
        assertThat(ExitCode.NOT_PRIVATE.code()).isEqualTo(77);
    }

    @Test
    void aSignalAddsItsNumberTo128() {
        assertThat(ExitCode.afterSignal(15)).isEqualTo(143);
        assertThat(ExitCode.HUNG_UP).isEqualTo(ExitCode.afterSignal(1)).isEqualTo(129);
        assertThat(ExitCode.ABORTED).isEqualTo(ExitCode.afterSignal(6)).isEqualTo(134);
        assertThat(ExitCode.PIPE_CLOSED).isEqualTo(ExitCode.afterSignal(13)).isEqualTo(141);
    }
}
