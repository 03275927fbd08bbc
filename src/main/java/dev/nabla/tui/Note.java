package dev.nabla.tui;

import dev.nabla.lesson.Verdict;
import dev.nabla.progress.Entry;
import java.time.Instant;
import java.util.OptionalInt;

/** Something the learner has just done that the journal is to keep. */
sealed interface Note {
    Entry at(Instant moment);

    /** A section was read to its end. */
    record Read(String section) implements Note {
        @Override
        public Entry at(Instant moment) {
            return new Entry.Read(moment, section);
        }
    }

    /** An answer was given that counts. */
    record Answered(String section, Attempt attempt, Attempt.Reply reply) implements Note {
        @Override
        public Entry at(Instant moment) {
            Verdict verdict = reply.verdict();
            OptionalInt sure =
                    reply.sure().map(Sure::level).map(OptionalInt::of).orElse(OptionalInt.empty());
            return Entry.Answered.of(moment, section, attempt.variant(), reply.typed(), verdict, sure);
        }
    }

    /** A goal was reached for the first time. */
    record Reached(String section, String goal) implements Note {
        @Override
        public Entry at(Instant moment) {
            return new Entry.Reached(moment, section, goal);
        }
    }
}
