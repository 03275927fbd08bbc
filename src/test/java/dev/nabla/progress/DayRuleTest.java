package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayRuleTest {
    private static final long IN_2100 = 4_102_444_800L;

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
        assertThat(DayRule.inZone(TimeZone.getTimeZone(zone)).of(moment))
                .as(zone + " " + moment)
                .isEqualTo(DayRule.inZone(ZoneId.of(zone)).of(moment));
    }
}
