package dev.nabla.line;

import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.display.PollWords;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.ViewBlock.BlockRow;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The class of a teacher in text mode. A word behind {@code class} goes to the screen of the class or of its question,
 * does there what a key does, and comes back.
 */
final class TeachingInWords {
    /** What a teacher reads first. */
    static final String GREETING = "You teach this class: 'class' tells it, 'class ?' what you can do in it.";

    private static final int MOST_MINUTES = 60;
    private static final int MOST_MISTAKES = 1000;

    private final LineSession session;
    private boolean follows;
    /** Labels of the news that were told last. */
    private Set<String> told = Set.of();

    TeachingInWords(LineSession session) {
        this.session = session;
    }

    private static ClassState room(ScreenState state) {
        return state.classState().orElseThrow();
    }

    private static Optional<Poll> poll(ScreenState state) {
        return room(state).board().poll();
    }

    /** Returns the question on the board if it has turned, and while news are followed those that were not told. */
    List<String> news(ScreenState before, ScreenState now) {
        List<String> lines = new ArrayList<>();
        boolean turned = !withoutTalk(now).equals(withoutTalk(before));
        if (turned) {
            lines.addAll(poll(now).isEmpty() ? List.of(PollWords.TAKEN_OFF + ".") : question(now));
        }
        if (follows) {
            Map<String, String> news = news(now);
            news.forEach((label, sentence) -> lines.addAll(told.contains(label) ? List.of() : List.of(sentence)));
            told = Set.copyOf(news.keySet());
            if (!turned && !have(now).equals(have(before))) {
                have(now).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Optional<Poll> withoutTalk(ScreenState state) {
        return poll(state).map(asked -> asked.withTalkUntil(Optional.empty()));
    }

    /** Returns how many have voted; empty without a question. */
    private static Optional<String> have(ScreenState state) {
        return room(state).poll().map(seen -> new PollWords(seen).have() + ".");
    }

    /** Returns the question to all and what can be done with it; no lines if nothing is asked. */
    private List<String> question(ScreenState now) {
        List<String> lines = new ArrayList<>();
        now.atPoll().ifPresent(poll -> {
            lines.addAll(
                    poll.notice().isEmpty()
                            ? BlockInWords.all(poll.blocks(), session.console().prose())
                            : List.of(BlockInWords.ended(poll.notice())));
            lines.add(ClassWord.fitting(poll(now).orElseThrow().phase()));
        });
        return lines;
    }

    /** Tells the question to all, on which a teacher has no vote. */
    void tellQuestion() {
        List<String> lines = question(session.state());
        session.say(lines.isEmpty() ? List.of("Nothing is asked of everybody now.") : lines);
    }

    /** Returns what a teacher should know at once, by labels that stay the same while numbers change. */
    private static Map<String, String> news(ScreenState now) {
        Map<String, String> news = new LinkedHashMap<>();
        for (RowsBlock part : now.classBlocks().news()) {
            for (BlockRow row : part.rows()) {
                news.put(part.heading() + " " + row.label(), BlockInWords.row(row));
            }
        }
        return news;
    }

    /**
     * Does what is typed behind {@code class}; tells the class if that is empty.
     *
     * @param figure returns the figure of the teacher's station
     */
    void take(String typed, Supplier<ShownFigure> figure) {
        String[] words = typed.split("\\s+", 2);
        ScreenState here = session.state();
        if (typed.isEmpty()) {
            session.say(
                    BlockInWords.here(here.atClass().blocks(), session.console().prose()));
            session.say(question(here));
        } else if (words[0].equals("?")) {
            session.say(Stream.of(ClassWord.values()).map(ClassWord::told).toList());
        } else {
            take(ClassWord.named(words[0]), words.length == 1 ? "" : words[1].strip(), figure, here);
        }
    }

    private void take(ClassWord word, String rest, Supplier<ShownFigure> figure, ScreenState here) {
        switch (word) {
            case STUDENTS -> tell(here.classBlocks().students(), "Nobody is here.");
            case ABSENT ->
                tell(here.classBlocks().absent(), "No absent name is known; without a roster there is none.");
            case MISTAKE -> mistake(rest.isEmpty() ? 1 : (int) Numerals.whole(rest, 1, MOST_MISTAKES), here);
            case FOLLOW -> {
                follows = !follows;
                told = Set.copyOf(news(here).keySet());
                session.say(follows ? "News of the class are told as they come." : "News are told no more.");
            }
            case NAMES -> {
                act(here.atClass(), Navigation.NAMES, here);
                session.say(
                        room(session.state()).hidden()
                                ? "Names are hidden: each student is a number."
                                : "Names are told.");
            }
            case KEEP -> {
                act(here.atClass(), Navigation.KEEP_JOINED, here);
                session.say("All who have joined are kept.");
            }
            case LET -> act(here.atClass(), new Effect.Choose(waiting(rest, here)), here);
            case ASK -> askEverybody(rest, here);
            case TALK -> {
                int minutes = (int) Numerals.whole(rest, 0, MOST_MINUTES);
                turn(word, Optional.of(new Effect.Choose(minutes - 1)), here);
                session.say(minutes == 0 ? "The clock is stopped." : "The clock runs.");
            }
            case CLOSE, OPEN, AGAIN, REVEAL, END -> turn(word, Optional.empty(), here);
            case SHOW -> {
                session.put(here.presenting(Optional.of(figure.get())));
                session.say("Everybody can follow your figure now.");
            }
            case HIDE -> {
                session.put(here.presenting(Optional.empty()));
                session.say("Nothing is shown any more.");
            }
        }
    }

    private void tell(RowsBlock part, String otherwise) {
        List<String> lines = BlockInWords.all(List.of(part), session.console().prose());
        session.say(lines.isEmpty() ? List.of(otherwise) : lines);
    }

    private void mistake(int number, ScreenState here) {
        if (here.classBlocks().overview().mistakes().size() < number) {
            throw BadInput.usage("no_mistake", "there is no mistake " + number + " in the last ten minutes");
        }
        int row = here.classBlocks().overview().rows().size() + number - 1;
        ScreenState detail = here.atClass().apply(new Effect.OpenRow(row));
        session.say(BlockInWords.here(detail.blocks(), session.console().prose()));
    }

    /**
     * Returns the number of the waiting login that shows a word, from 0.
     *
     * @throws BadInput if none shows it
     */
    private static int waiting(String word, ScreenState here) {
        List<String> words = here.classBlocks().waiting().rows().stream()
                .map(BlockRow::label)
                .toList();
        return words.stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .map(words::indexOf)
                .orElseThrow(() -> BadInput.usage(
                        "unknown_word",
                        "no login shows '" + word + "'; type the word that the student reads to you, like 'class let "
                                + words.stream().findFirst().orElse("otter") + "'"));
    }

    /** Does what a key does on another screen, and comes back. */
    private void act(ScreenState there, Effect effect, ScreenState here) {
        ScreenState done = there.apply(effect);
        session.put(done.at(here));
        session.say(Stream.of(done.notice())
                .filter(words -> !words.isEmpty())
                .map(BlockInWords::ended)
                .toList());
    }

    private void askEverybody(String item, ScreenState here) {
        poll(here).filter(poll -> poll.phase() != Phase.REVEALED).ifPresent(poll -> {
            throw BadInput.usage(
                    "asked_already", "question " + poll.item() + " is still asked; 'class end' takes it off the board");
        });
        if (item.isEmpty()) {
            if (here.classBlocks().overview().mistakes().isEmpty()) {
                throw BadInput.usage(
                        "no_mistake",
                        "no mistake has a name in the last ten minutes; type a question, like 'class ask 2.3'");
            }
            act(here.atClass().apply(Navigation.TURN), Navigation.PUT, here);
            return;
        }
        Course course = session.tutor().course();
        String section = course.sectionOf(item).id();
        if (PollQuestion.of(course, item, 0).isEmpty()) {
            throw BadInput.usage("no_poll", "there is no question " + item + " to vote on; type another one");
        }
        session.put(here.askingAll(new QuestionRef(section, item)));
    }

    /**
     * Acts on the question on the board, whose phase must fit.
     *
     * @param other the action in place of that of the word
     */
    private void turn(ClassWord word, Optional<Effect> other, ScreenState here) {
        ScreenState there = here.atPoll()
                .orElseThrow(() ->
                        BadInput.usage("no_poll", "nothing is asked now; 'class ask 2.3' asks everybody a question"));
        if (!there.notice().isEmpty()) {
            throw BadInput.usage("no_poll", there.notice());
        }
        Phase phase = poll(here).orElseThrow().phase();
        Effect fits = word.at(phase)
                .orElseThrow(() -> BadInput.usage("wrong_phase", "That does not fit now. " + ClassWord.fitting(phase)));
        act(there, other.orElse(fits), here);
    }
}
