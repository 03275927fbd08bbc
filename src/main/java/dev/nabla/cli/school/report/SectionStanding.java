package dev.nabla.cli.school.report;

import dev.nabla.cli.Listing;
import dev.nabla.progress.SectionProgress;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How far a student is in a section. */
enum SectionStanding {
    MASTERED("M", "mastered"),
    READ("r", "read"),
    IN_PART("a", "answered in part"),
    NOTHING_YET(Listing.NONE, "nothing yet");

    /** The letters with their meanings, like {@code M mastered, r read}. */
    static final String LEGEND = Arrays.stream(values())
            .map(standing -> standing.letter + " " + standing.words)
            .collect(Collectors.joining(", "));

    private final String letter;
    private final String words;

    SectionStanding(String letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    static SectionStanding of(SectionProgress section) {
        if (section.isMastered()) {
            return MASTERED;
        }
        return section.isRead() ? READ : section.answers() > 0 ? IN_PART : NOTHING_YET;
    }

    String letter() {
        return letter;
    }

    String words() {
        return words;
    }
}
