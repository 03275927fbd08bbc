package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long IN_2100 = 4_102_444_800L;

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

    @Property(tries = 3000)
    void bothKindsOfZonesEndADayAtTheSameMoment(@ForAll @LongRange(max = IN_2100) long second) {
        for (String zone :
                new String[] {"UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"}) {
            agree(zone, Instant.ofEpochSecond(second));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-29T00:59:59Z",
                "2026-03-28T22:59:59.999Z",
                "2026-03-29T22:00:00Z",
                "1969-12-31T23:59:59.999Z"
            })
    void evenAroundMidnight(String moment) {
        agree("Europe/Berlin", Instant.parse(moment));
        agree("UTC", Instant.parse(moment));
    }

    private static void agree(String zone, Instant moment) {
        assertThat(Days.in(TimeZone.getTimeZone(zone)).of(moment))
                .as(zone + " " + moment)
                .isEqualTo(Days.in(ZoneId.of(zone)).of(moment));
    }
}
