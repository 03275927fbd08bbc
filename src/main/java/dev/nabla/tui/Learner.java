package dev.nabla.tui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the learner has done, and what of it has not been written down yet.
 *
 * @param seed what numbers are drawn from
 * @param read ids of the sections read to their end
 * @param met ids of the goals reached
 * @param attempts questions that were begun, by id
 * @param predictions what was predicted of each section's figure, by the section's id
 * @param notes what the journal has not got yet, in order
 */
record Learner(
        long seed,
        Set<String> read,
        Set<String> met,
        Map<String, Attempt> attempts,
        Map<String, Prediction> predictions,
        List<Note> notes) {
    Learner {
        read = Set.copyOf(read);
        met = Set.copyOf(met);
        attempts = Map.copyOf(attempts);
        predictions = Map.copyOf(predictions);
        notes = List.copyOf(notes);
    }

    static Learner of(long seed, Set<String> read) {
        return new Learner(seed, read, Set.of(), Map.of(), Map.of(), List.of());
    }

    Learner reading(String section) {
        return read.contains(section)
                ? this
                : new Learner(seed, plus(read, section), met, attempts, predictions, noted(new Note.Read(section)));
    }

    Learner meeting(String goal) {
        return met.contains(goal)
                ? this
                : new Learner(seed, read, plus(met, goal), attempts, predictions, noted(new Note.Met(goal)));
    }

    /** The attempt as it is now; an answer to it that is new and counts is noted. */
    Learner trying(Attempt attempt) {
        Map<String, Attempt> more = new HashMap<>(attempts);
        Optional<Attempt> before = Optional.ofNullable(more.put(attempt.id(), attempt));
        return new Learner(seed, read, met, more, predictions, noted(before, attempt));
    }

    Learner predicting(String section, Prediction prediction) {
        Map<String, Prediction> more = new HashMap<>(predictions);
        Optional<Attempt> before =
                Optional.ofNullable(more.put(section, prediction)).map(Prediction::attempt);
        return new Learner(seed, read, met, attempts, more, noted(before, prediction.attempt()));
    }

    /** Everything noted is in the journal, or cannot be. */
    Learner written() {
        return notes.isEmpty() ? this : new Learner(seed, read, met, attempts, predictions, List.of());
    }

    private List<Note> noted(Optional<Attempt> before, Attempt after) {
        boolean counts = after.told().filter(Attempt.Reply::counts).isPresent();
        boolean fresh = !after.told().equals(before.flatMap(Attempt::told));
        return counts && fresh ? noted(new Note.Answered(after)) : notes;
    }

    private List<Note> noted(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return more;
    }

    private static Set<String> plus(Set<String> set, String one) {
        Set<String> more = new HashSet<>(set);
        more.add(one);
        return more;
    }
}
