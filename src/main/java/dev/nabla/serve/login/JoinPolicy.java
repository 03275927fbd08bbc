package dev.nabla.serve.login;

import dev.nabla.frame.Glyphs;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.JoinWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.NewName;
import dev.nabla.room.name.StudentName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides who may join the class and under which spelling: nobody while it is closed, with a roster the names on it,
 * without one every name that keeps the rules of {@link NewName}. Before that, a client types the class code, or with
 * {@code --words} the word of the name. Until then every name is answered alike, so that only a client with the code
 * learns whether a name is on the roster.
 */
final class JoinPolicy {
    private final ClassStore store;
    private final WordGuesses guesses;
    private final InstantSource clock;

    JoinPolicy(ClassStore store, WordGuesses guesses, InstantSource clock) {
        this.store = store;
        this.guesses = guesses;
        this.clock = clock;
    }

    private boolean hasWords() {
        return store.roster().filter(Roster::hasWords).isPresent();
    }

    /** Returns the field that comes before everything else: code or word; empty if the class has neither. */
    Optional<JoinField> field() {
        return hasWords()
                ? Optional.of(JoinField.ROSTER_WORD)
                : store.info().code().map(code -> JoinField.CLASS_CODE);
    }

    /** Returns {@link #field} as a list. */
    List<JoinField> fields() {
        return field().stream().toList();
    }

    /** Returns the sentence above the fields of a login without a key; may be empty. */
    String advice() {
        return hasWords() ? "Type name and word as your teacher wrote them. Without a word, ask your teacher." : "";
    }

    /** Returns the sentences for a newcomer with a key: what to type, and when the name will belong to the key. */
    String promise(StudentName name, Glyphs glyphs, Fingerprint key) {
        String welcome = "Welcome. This key is new here. ";
        String condition = store.roster().isPresent() ? " is on your teacher's list and free" : " is free";
        String task = hasWords()
                ? "Enter the word that your teacher gave you for the name " + name.written(glyphs)
                        + ". Then this key lets you in."
                : "Enter the class code; if the name " + name.written(glyphs) + condition + ", it is yours.";
        return welcome + task + " Your ssh came with " + key.text()
                + ". If you have joined with another key, leave and begin with ssh -o IdentitiesOnly=yes -i KEYFILE";
    }

    /**
     * Checks what was typed into {@link #field}, and whether the name may join.
     *
     * @param glyphs glyphs of the terminal that shows the step
     * @return empty if the name may join, or belongs to a student already; else the step to show
     */
    Optional<JoinStep> obstacle(StudentName name, Glyphs glyphs, String typed) {
        Optional<JoinStep> wrong = hasWords()
                ? wordObstacle(name, glyphs, typed)
                : Optional.<JoinStep>of(JoinStep.WrongEntry.in(JoinField.CLASS_CODE))
                        .filter(step -> !store.info().hasCode(typed));
        return wrong.or(() -> refusal(name, glyphs));
    }

    /** A student who has joined may type the class code too: the key or the PIN shows who it is. */
    private Optional<JoinStep> wordObstacle(StudentName name, Glyphs glyphs, String typed) {
        if (store.named(name).isPresent() && store.info().hasCode(typed)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration pause = guesses.begin(name, typed, now);
        if (!pause.isZero()) {
            return Optional.of(new JoinStep.JoinRefused(
                    "there were too many wrong words for " + name.written(glyphs) + "; try again in "
                            + WrongPins.inWords(pause),
                    "word pause"));
        }
        // For names without a word another hash is computed, so that they are answered as late as others.
        JoinWord word = store.roster()
                .flatMap(roster -> roster.row(name))
                .flatMap(RosterRow::word)
                .orElse(JoinWord.NONE);
        if (word.matches(typed)) {
            guesses.right(name);
            return word.isOver(now) && store.named(name).isEmpty()
                    ? Optional.of(new JoinStep.JoinRefused(
                            "your word to join has ended; ask your teacher for another one", "word over"))
                    : Optional.empty();
        }
        return Optional.of(JoinStep.WrongEntry.in(JoinField.ROSTER_WORD));
    }

    /** Returns the refusal of a name that nobody has and that may not join; empty for any other name. */
    Optional<JoinStep> refusal(StudentName name, Glyphs glyphs) {
        if (store.named(name).isPresent()) {
            return Optional.empty();
        }
        if (store.info().closed()) {
            return Optional.of(new JoinStep.NotAdmitted(
                    "This class takes in nobody new now, and nobody in it is called " + name.written(glyphs)
                            + ". Log in with the name that you have here, or ask your teacher to open the class.",
                    "closed"));
        }
        Optional<JoinStep> unlisted = store.roster()
                .filter(roster -> roster.row(name).isEmpty())
                .map(roster -> new JoinStep.NotAdmitted(
                        name.written(glyphs)
                                + " is not on the list of names of this class. Log in with your name as your teacher"
                                + " has written it, or ask your teacher to add it.",
                        "not on the roster"));
        return unlisted.or(() -> new NewName(name, store.names(), glyphs)
                .complaint()
                .map(why -> new JoinStep.NotAdmitted(
                        name.written(glyphs) + " cannot be a new name: " + why + " before the @ of the ssh command.",
                        "new name")));
    }

    /** Returns a name as the roster spells it. */
    StudentName spelled(StudentName name) {
        return store.roster()
                .flatMap(roster -> roster.row(name))
                .map(RosterRow::name)
                .orElse(name);
    }
}
