package dev.nabla.line;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent.OnClass;
import dev.nabla.room.ClassEvent.OnPoll;
import dev.nabla.room.ClassOverview.RecentMistake;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.room.Naming;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.PollSummary;
import dev.nabla.room.Role;
import dev.nabla.room.display.PollWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A class in text mode for its teacher, who asks for its state and leads its polls by what is typed. */
public final class TeachingInWords {
    /** What a teacher reads first. */
    public static final String GREETING = "You teach this class: 'class' tells it, 'class ?' what you can do in it.";

    private static final int MOST_MINUTES = 60;
    private static final int MOST_MISTAKES = 1000;

    private final Course course;
    private final Consumer<ClassRequest> requests;
    private final LineConsole console;
    private final Glyphs glyphs;
    private Board board = Board.EMPTY;
    private Optional<OnPoll> votes = Optional.empty();
    private Optional<OnClass> people = Optional.empty();
    private boolean hidden;
    private boolean follows;
    /** Keys of the news that were told last. */
    private Set<String> told = Set.of();

    private String have = "";

    /** @param requests sends a request to the class */
    public TeachingInWords(Course course, Consumer<ClassRequest> requests, LineConsole console, Glyphs glyphs) {
        this.course = course;
        this.requests = requests;
        this.console = console;
        this.glyphs = glyphs;
    }

    /** The words behind {@code class}. */
    private enum Deed {
        STUDENTS("students", "tells where each student is, those who need help first"),
        ABSENT("absent", "tells the names on the roster whose students are not here"),
        MISTAKE("mistake 1", "tells what students who make the first mistake read, and who they are"),
        FOLLOW("follow", "tells votes, students who need help and warnings as they come; typed again it stops"),
        NAMES("names", "hides the names, or tells them again"),
        KEEP("keep", "keeps the students who joined from one address"),
        LET("let otter", "lets the login that shows this word try ten PINs within two minutes"),
        ASK("ask 2.3", "asks everybody a question; without its number that of the first mistake"),
        CLOSE("close", "closes the round"),
        OPEN("open", "opens the round again that was closed last"),
        AGAIN("again", "opens the second round"),
        TALK("talk 3", "sets a clock of 3 minutes for the talk; 0 stops it"),
        REVEAL("reveal", "shows everybody the answer and the votes"),
        END("end", "takes the question off the board"),
        SHOW("show", "shows everybody the figure of your station as it stands"),
        HIDE("hide", "shows it no more");

        private final String typed;
        private final String help;

        Deed(String typed, String help) {
            this.typed = typed;
            this.help = help;
        }

        private static Deed named(String word) {
            return Stream.of(values())
                    .filter(deed -> deed.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> BadInput.usage(
                            "unknown_word", "'class " + word + "' is unknown; 'class ?' lists what you can do"));
        }
    }

    private ClassNow now() {
        return new ClassNow(course, Naming.of(glyphs, hidden), people, PollSummary.of(board, Role.TEACHER, votes));
    }

    /**
     * Takes what is new. Prints the question on the board, above the prompt, if it has turned, and while news are
     * followed those that were not told. Call it while a line is awaited.
     */
    public void onNews(Board next, Optional<OnPoll> newest, Optional<OnClass> activity) {
        Optional<Poll> before = board.poll();
        board = next;
        votes = newest;
        people = activity;
        ClassNow now = now();
        List<String> lines = new ArrayList<>();
        boolean turned = !withoutTalk(next.poll()).equals(withoutTalk(before));
        if (turned) {
            lines.addAll(next.poll().isEmpty() ? List.of(PollWords.TAKEN_OFF + ".") : now.pollLines());
        }
        if (follows) {
            Map<String, String> news = now.news();
            news.forEach((key, sentence) -> lines.addAll(told.contains(key) ? List.of() : List.of(sentence)));
            told = Set.copyOf(news.keySet());
            lines.addAll(turned || now.have().equals(have) ? List.of() : List.of(now.have()));
        }
        have = now.have();
        if (!lines.isEmpty()) {
            console.interrupt(String.join("\n", lines));
        }
    }

    private static Optional<Poll> withoutTalk(Optional<Poll> poll) {
        return poll.map(asked -> asked.withTalkUntil(Optional.empty()));
    }

    /**
     * Does what is typed behind {@code class}; tells the class if that is empty.
     *
     * @param figure returns the figure of the teacher's station
     */
    void take(String typed, Supplier<ShownFigure> figure) {
        String[] words = typed.split("\\s+", 2);
        if (typed.isEmpty()) {
            say(now().lines(), "");
        } else if (words[0].equals("?")) {
            say(
                    Stream.of(Deed.values())
                            .map(deed -> "'class " + deed.typed + "': " + deed.help)
                            .toList(),
                    "");
        } else {
            take(Deed.named(words[0]), words.length == 1 ? "" : words[1], figure);
        }
    }

    private void take(Deed deed, String rest, Supplier<ShownFigure> figure) {
        switch (deed) {
            case STUDENTS -> say(now().students(), "Nobody is here.");
            case ABSENT -> say(now().absent(), "No absent name is known; without a roster there is none.");
            case MISTAKE -> say(now().mistake(rest.isEmpty() ? 1 : (int) Numerals.whole(rest, 1, MOST_MISTAKES)), "");
            case FOLLOW -> {
                follows = !follows;
                told = Set.copyOf(now().news().keySet());
                console.say(follows ? "News of the class are told as they come." : "News are told no more.");
            }
            case NAMES -> {
                hidden = !hidden;
                console.say(hidden ? "Names are hidden: each student is a number." : "Names are told.");
            }
            case KEEP -> send(new ClassRequest.KeepJoined(), "All who have joined are kept.");
            case LET -> requests.accept(now().letIn(rest.strip()));
            case ASK -> askEverybody(rest);
            case CLOSE -> turn(Phase::isOpen, poll -> new ClassRequest.Advance(poll.id(), poll.phase()));
            case OPEN -> turn(this::isClosed, poll -> new ClassRequest.StepBack(poll.id(), poll.phase()));
            case AGAIN ->
                turn(phase -> phase == Phase.CLOSED, poll -> new ClassRequest.Advance(poll.id(), poll.phase()));
            case REVEAL -> turn(this::isClosed, poll -> new ClassRequest.Reveal(poll.id()));
            case END -> turn(phase -> true, poll -> new ClassRequest.EndPoll(poll.id()));
            case TALK -> {
                int minutes = (int) Numerals.whole(rest, 0, MOST_MINUTES);
                turn(Phase::isTalk, poll -> new ClassRequest.SetTalk(poll.id(), minutes));
                console.say(minutes == 0 ? "The clock is stopped." : "The clock runs.");
            }
            case SHOW -> send(new ClassRequest.Show(figure.get()), "Everybody can follow your figure now.");
            case HIDE -> send(new ClassRequest.Hide(), "Nothing is shown any more.");
        }
    }

    private boolean isClosed(Phase phase) {
        return phase == Phase.CLOSED || phase == Phase.CLOSED_AGAIN;
    }

    private void say(List<String> lines, String otherwise) {
        console.say(lines.isEmpty() ? otherwise : String.join("\n", lines));
    }

    private void send(ClassRequest request, String done) {
        requests.accept(request);
        console.say(done);
    }

    private void askEverybody(String item) {
        board.poll().filter(poll -> poll.phase() != Phase.REVEALED).ifPresent(poll -> {
            throw BadInput.usage(
                    "asked_already", "question " + poll.item() + " is still asked; 'class end' takes it off the board");
        });
        LearnerLocation where = item.isEmpty()
                ? now().overview().mistakes().stream()
                        .findFirst()
                        .map(RecentMistake::where)
                        .orElseThrow(() -> BadInput.usage(
                                "no_mistake",
                                "no mistake has a name in the last ten minutes; type a question, like 'class ask 2.3'"))
                : new LearnerLocation(course.sectionOf(item).id(), Doing.QUESTION, item);
        if (PollQuestion.of(course, where.item(), 0).isEmpty()) {
            throw BadInput.usage("no_poll", "there is no question " + where.item() + " to vote on; type another one");
        }
        requests.accept(new ClassRequest.StartPoll(where.section(), where.item(), 0));
    }

    /** Sends a request about the question on the board, whose phase must fit. */
    private void turn(Predicate<Phase> fits, Function<Poll, ClassRequest> request) {
        Poll poll = board.poll()
                .orElseThrow(() ->
                        BadInput.usage("no_poll", "nothing is asked now; 'class ask 2.3' asks everybody a question"));
        if (!fits.test(poll.phase())) {
            throw BadInput.usage("wrong_phase", "That does not fit now. " + ClassNow.next(poll.phase()));
        }
        requests.accept(request.apply(poll));
    }
}
