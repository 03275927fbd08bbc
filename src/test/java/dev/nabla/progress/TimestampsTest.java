package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long YEAR_9999 = 253_402_300_799_999L;

    @Property
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = -62_167_219_200_000L, max = YEAR_9999) long millis) {
        Instant at = Instant.ofEpochMilli(millis);
        assertThat(Timestamps.read(at.toString())).isEqualTo(at);
        Instant second = Instant.ofEpochSecond(millis / 1000);
        assertThat(Timestamps.read(second.toString())).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00.000Z",
                "2026-13-01T00:00:00Z",
                "2026-03-00T00:00:00Z",
                "2026-03-02T24:00:00Z",
                "2026-03-02T25:00:00Z",
                "2026-03-02T23:59:60Z",
                "2026-03-02T23:60:00Z",
                "2026-03-02T17:04:05.67Z",
                "2026-03-02T17:04:05.678901Z",
                "2026-03-02 17:04:05Z",
                "2026-03-02T17:04:05",
                "2026-03-02T17:04Z",
                "+12026-03-02T17:04:05Z",
                "2026-03-02T17:04:05+01:00",
                "٢026-03-02T17:04:05Z",
                "",
                "now"
            })
    void everythingElseIsReadAsJavaReadsIt(String text) {
        assertThat(read(text)).isEqualTo(parsed(text));
    }

    private static Object read(String text) {
        try {
            return Timestamps.read(text);
        } catch (DateTimeException none) {
            return "none";
        }
    }

    private static Object parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            return "none";
        }
    }
}
