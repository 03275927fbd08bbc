package dev.nabla.cli;

import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Question;
import dev.nabla.lesson.Variant;
import dev.nabla.lesson.WorkedExample;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a section asks: its questions, and the steps of its worked examples. */
final class Quiz {
    private static final int SEEDS = 100_000;

    private final Lesson lesson;
    private final Dialogue dialogue;
    private final Keeper keeper;
    private final Set<String> asked = new HashSet<>();
    private Optional<Practice> practice = Optional.empty();
    private boolean gone;

    Quiz(Lesson lesson, Dialogue dialogue, Keeper keeper) {
        this.lesson = lesson;
        this.dialogue = dialogue;
        this.keeper = keeper;
    }

    /** Whether the learner left in the middle of a question. */
    boolean isGone() {
        return gone;
    }

    /** Asks a question of a section, with other numbers every time. */
    void ask(Question question, String section) {
        if (gone) {
            return;
        }
        asked.add(question.id());
        dialogue.say("\nQuestion " + question.id() + ". ? gives a hint, an empty line leaves it out.");
        Variant drawn = question.draw(keeper.progress().seed(question.id()));
        Asking.Notes notes = (typed, verdict, sure) ->
                keeper.keep(Entry.Answered.of(keeper.now(), section, drawn, typed, verdict, sure));
        gone = new Asking(dialogue, drawn, Optional.of(notes)).ask() == Asking.End.GONE;
    }

    /** Asks a question where it stands in the lesson, unless that was done. */
    void come(Question question, String section) {
        if (asked.contains(question.id())) {
            dialogue.say("\nQuestion " + question.id() + " was asked already; again asks it anew.");
        } else {
            ask(question, section);
        }
    }

    /** A question is asked anew when it comes again. */
    void forget(Question question) {
        asked.remove(question.id());
    }

    /** What is to be predicted before anything of the section is shown; empty once something was asked. */
    Optional<Question> prediction() {
        return lesson.questions().stream()
                .filter(question -> asked.isEmpty() && question.predicts())
                .filter(question -> !keeper.progress().items().containsKey(question.id()))
                .findFirst();
    }

    /** The questions by their ids. */
    void list() {
        List<String> ids = lesson.questions().stream().map(Question::id).toList();
        dialogue.say(
                ids.isEmpty()
                        ? "This section has no questions yet."
                        : "Questions here: " + String.join(", ", ids) + "; ask " + ids.get(0) + " asks one.");
    }

    /** An example has been told, which can be practised from now on. */
    void offer(WorkedExample example) {
        practice = Optional.of(new Practice(example));
        dialogue.say("practise asks its last step with other numbers.");
    }

    /** The worked example that was told last, with steps left out. */
    void practise() {
        Practice begun = practice.or(
                        () -> lesson.examples().stream().findFirst().map(Practice::new))
                .orElseThrow(() -> BadInput.usage("no_example", "this section has no worked example; read on"));
        practice = Optional.of(begun);
        gone = begun.ask(dialogue, keeper.progress().learner() % SEEDS) == Asking.End.GONE;
    }
}
