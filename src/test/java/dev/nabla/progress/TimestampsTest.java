package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimestampsTest {
    private static final long YEAR_9999 = 253_402_300_799_999L;

    @Property
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = -62_167_219_200_000L, max = YEAR_9999) long millis) {
        Instant at = Instant.ofEpochMilli(millis);
        assertThat(Timestamps.read(at.toString())).isEqualTo(at);
        Instant second = Instant.ofEpochSecond(millis / 1000);
        assertThat(Timestamps.read(second.toString())).isEqualTo(second);
    }

    @Table
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
