package dev.nabla.tui;

import dev.nabla.lesson.Question;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the learner has done, and what of it has not been written down yet.
 *
 * @param past what the journal says
 * @param read ids of the sections read to their end
 * @param met ids of the goals reached
 * @param right ids of the questions whose last answer was right
 * @param attempts questions that were begun since the tutor was opened, by id
 * @param predictions what was predicted of each section's figure, by the section's id
 * @param practices worked examples that were begun, by id
 * @param notes what the journal has not got yet, in order
 */
record Learner(
        Past past,
        Set<String> read,
        Set<String> met,
        Set<String> right,
        Map<String, Attempt> attempts,
        Map<String, Prediction> predictions,
        Map<String, Practice> practices,
        List<Note> notes) {
    Learner {
        read = Set.copyOf(read);
        met = Set.copyOf(met);
        right = Set.copyOf(right);
        attempts = Map.copyOf(attempts);
        predictions = Map.copyOf(predictions);
        practices = Map.copyOf(practices);
        notes = List.copyOf(notes);
    }

    /** Somebody whose journal says this. */
    static Learner of(Past past) {
        Progress progress = past.progress();
        return new Learner(
                past, progress.read(), progress.goals(), right(past), Map.of(), Map.of(), Map.of(), List.of());
    }

    private static Set<String> right(Past past) {
        Set<String> right = new HashSet<>();
        for (Entry entry : past.entries()) {
            if (entry instanceof Entry.Answered answered) {
                right.remove(answered.item());
                if (answered.right()) {
                    right.add(answered.item());
                }
            }
        }
        return right;
    }

    Progress progress() {
        return past.progress();
    }

    /** What a question's numbers are drawn from when it comes so many times in one sitting. */
    long seed(String question, int round) {
        return progress().seed(question) + round;
    }

    /** Only what was begun of these questions, and no example; the words of others have changed under the learner's hands. */
    Learner asking(Predicate<Question> still) {
        Map<String, Attempt> begun = new HashMap<>(attempts);
        begun.values().removeIf(attempt -> !still.test(attempt.question()));
        Map<String, Prediction> predicted = new HashMap<>(predictions);
        predicted
                .values()
                .removeIf(prediction -> !still.test(prediction.attempt().question()));
        return new Learner(past, read, met, right, begun, predicted, Map.of(), notes);
    }

    Learner reading(String section) {
        return read.contains(section)
                ? this
                : new Learner(
                        past,
                        plus(read, section),
                        met,
                        right,
                        attempts,
                        predictions,
                        practices,
                        noted(new Note.Read(section)));
    }

    Learner reaching(String section, String goal) {
        return met.contains(goal)
                ? this
                : new Learner(
                        past,
                        read,
                        plus(met, goal),
                        right,
                        attempts,
                        predictions,
                        practices,
                        noted(new Note.Reached(section, goal)));
    }

    /** The attempt as it is now; an answer to it that is new and counts is noted. */
    Learner trying(String section, Attempt attempt) {
        Map<String, Attempt> more = new HashMap<>(attempts);
        Optional<Attempt> before = Optional.ofNullable(more.put(attempt.id(), attempt));
        return new Learner(past, read, met, right, more, predictions, practices, notes).heard(section, before, attempt);
    }

    Learner predicting(String section, Prediction prediction) {
        Map<String, Prediction> more = new HashMap<>(predictions);
        Optional<Attempt> before =
                Optional.ofNullable(more.put(section, prediction)).map(Prediction::attempt);
        return new Learner(past, read, met, right, attempts, more, practices, notes)
                .heard(section, before, prediction.attempt());
    }

    /** A worked example as it is now; the journal does not keep it. */
    Learner practising(Practice practice) {
        Map<String, Practice> more = new HashMap<>(practices);
        more.put(practice.example().id(), practice);
        return new Learner(past, read, met, right, attempts, predictions, more, notes);
    }

    /** A right answer read off the solution says nothing and is not noted. */
    private Learner heard(String section, Optional<Attempt> before, Attempt after) {
        Optional<Attempt.Reply> reply = after.told().filter(Attempt.Reply::counts);
        boolean fresh = !after.told().equals(before.flatMap(Attempt::told));
        if (reply.isEmpty() || !fresh || after.isRight() && after.helped()) {
            return this;
        }
        Set<String> known = new HashSet<>(right);
        known.remove(after.id());
        return new Learner(
                past,
                read,
                met,
                after.isRight() ? plus(known, after.id()) : known,
                attempts,
                predictions,
                practices,
                noted(new Note.Answered(section, after, reply.get())));
    }

    /** Everything noted is in the past now. */
    Learner with(Past longer) {
        return new Learner(longer, read, met, right, attempts, predictions, practices, List.of());
    }

    private List<Note> noted(Note note) {
        return Stream.concat(notes.stream(), Stream.of(note)).toList();
    }

    private static Set<String> plus(Set<String> set, String one) {
        Set<String> more = new HashSet<>(set);
        more.add(one);
        return more;
    }
}
