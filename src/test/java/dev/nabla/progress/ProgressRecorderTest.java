package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressRecorderTest {
    private static final Entry READ = new Read(Instant.EPOCH, "05");
    private static final Entry STOOD = new Stood(Instant.EPOCH, "05", "softmax", Map.of());

    private final List<Entry> written = new ArrayList<>();
    private boolean full;
    private final ProgressRecorder recorder = new ProgressRecorder(entry -> {
        if (full) {
            throw new IOException("no space left on device");
        }
        written.add(entry);
    });

    @Test
    void whatTheDiskDidNotTakeIsWrittenWithWhatComesNext() {
        full = true;
        assertThat(recorder.keep(List.of(READ))).contains("no space left on device");
        assertThat(recorder.keep(List.of(STOOD))).isEmpty();
        assertThat(recorder.lost()).isEqualTo(2);
        full = false;
        assertThat(recorder.keep(List.of(READ))).isEmpty();
        assertThat(written).containsExactly(READ, STOOD, READ);
        assertThat(recorder.lost()).isZero();
        assertThat(recorder.why()).isEmpty();
    }
}
