package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Font;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.math.BadInput;
import dev.nabla.output.Palette;
import dev.nabla.output.Svg;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelRequest;
import dev.nabla.own.ModelShelf;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.Entry;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ModelRequests;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.ViewBlock;
import dev.nabla.screen.ViewBlock.AttemptBlock;
import dev.nabla.screen.ViewBlock.ContentsBlock;
import dev.nabla.screen.ViewBlock.RoadPlace;
import dev.nabla.tutor.Tutor;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A session in text mode: the state of a screen that is never drawn, changed by the same effects. Each change is saved
 * before what is new on the screen is printed.
 */
final class LineSession {
    private static final int PATIENCE_SECONDS = 3;
    private static final int MOST_TICKS = 1000;

    /** Wide enough for a page beside its figure. */
    private static final int COLUMNS = 200;

    private final ProgressRecorder recorder;
    private final InstantSource clock;
    private final LineConsole console;
    private ScreenState state;
    /** The blocks of the state. */
    private List<ViewBlock> blocks;

    private ModelRequests models = requests(ModelShelf.NONE);
    private boolean shared;
    private Predicate<ClassRequest> requests = request -> false;
    private boolean complained;

    LineSession(Tutor tutor, ProgressRecorder recorder, InstantSource clock, LineConsole console) {
        this.state = ScreenState.start(tutor, Font.of(console.prose().glyphs()), Size.endless(COLUMNS));
        this.blocks = state.blocks();
        this.recorder = recorder;
        this.clock = clock;
        this.console = console;
    }

    /** Marks the session as running on a shared server. Figures that take too long are then refused. */
    void share() {
        shared = true;
    }

    /**
     * Connects the session to a class.
     *
     * @param send sends a request; false for a vote that came too late
     */
    void enterClass(ClassState room, Predicate<ClassRequest> send) {
        share();
        state = state.withClass(room);
        requests = send;
    }

    /** Takes events of the class. The place stays, also where a screen would turn to a question. */
    ScreenState hear(Collection<ClassEvent> events) {
        ScreenState next = state();
        for (ClassEvent event : events) {
            next = next.afterEvent(event);
        }
        ScreenState stays = next.view().showsPoll() ? next.at(state) : next;
        become(stays);
        return stays;
    }

    /** Lets the learner keep models of own names, and read names from files. */
    void keepModels(ModelShelf shelf) {
        models = requests(shelf);
        state = state.withOwn(OwnNames.none(ListPlace.MACHINE).asking(new ModelRequest.FindKept()));
    }

    private static ModelRequests requests(ModelShelf shelf) {
        return new ModelRequests(
                shelf, "type its name once more to replace it", card -> Svg.of(card, Palette.Colors.INDEXED));
    }

    LineConsole console() {
        return console;
    }

    void say(String lines) {
        console.say(lines);
    }

    void say(List<String> lines) {
        if (!lines.isEmpty()) {
            say(String.join("\n", lines));
        }
    }

    /** Returns the state, with the current time. */
    ScreenState state() {
        return state.withTutor(state.tutor().withTime(clock.instant()));
    }

    Tutor tutor() {
        return state().tutor();
    }

    /** Returns whether all entries are saved. */
    boolean isKept() {
        return recorder.why().isEmpty();
    }

    /** Returns what the screen shows. */
    List<ViewBlock> blocks() {
        return blocks;
    }

    /** Returns the block of a kind on the screen. */
    <B extends ViewBlock> Optional<B> block(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Returns the question on the screen, if an answer is awaited. */
    Optional<AttemptBlock> asked() {
        return block(AttemptBlock.class).filter(AttemptBlock::isOpen);
    }

    /**
     * Returns the position in a section.
     *
     * @throws BadInput outside of sections
     */
    RoadPlace place() {
        return BlockInWords.place(blocks)
                .orElseThrow(() -> BadInput.usage(
                        "no_section",
                        "no section is open; type its number, like "
                                + tutor().course().sections().get(0).id()));
    }

    /** Returns the list of sections. */
    ContentsBlock contents() {
        return (ContentsBlock) state().atHome().blocks().stream()
                .filter(ContentsBlock.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    void apply(Effect effect) {
        show(state().apply(effect));
    }

    /** Lets what runs come to rest, saves, and prints what is new. */
    void show(ScreenState next) {
        List<ViewBlock> before = blocks;
        ScreenState rests = atRest(models.fulfilled(next)).toTell(shared);
        if (shared) {
            rests.figure().ifPresent(FigureState::requireFairAnswer);
        }
        ScreenState sent = put(rests);
        if (!isKept()) {
            put(state().unsaved(""));
        }
        List<String> news = BlockInWords.told(before, blocks, console.prose());
        say(news);
        BlockInWords.mistake(before, blocks).ifPresent(console::quote);
        List<String> notices = Stream.of(sent.notice(), sent.message())
                .filter(words -> !words.isEmpty())
                .map(BlockInWords::ended)
                .toList();
        say(notices);
        if (news.isEmpty() && notices.isEmpty() && sent.requests().isEmpty()) {
            String why = sent.afterIgnoredKey().message();
            say(why.isEmpty() ? "It stays as it is." : BlockInWords.ended(why));
        }
        rests.below().ifPresent(this::comeBack);
    }

    /** Returns what a screen shows, without going there; if it cannot be shown, why. */
    List<String> look(ScreenState other) {
        return other.notice().isEmpty()
                ? BlockInWords.all(other.blocks(), console.prose())
                : List.of(BlockInWords.ended(other.notice()));
    }

    /** Leaves a screen that was only looked at. An open question is asked again. */
    void comeBack(ScreenState below) {
        ScreenState place = below;
        while (place.below().isPresent()) {
            place = place.below().get();
        }
        put(place);
        say("\nYour place has not moved.");
        asked().ifPresent(open -> say(BlockInWords.all(List.of(open), console.prose())));
    }

    private static ScreenState atRest(ScreenState next) {
        ScreenState rests = next;
        for (int i = 0; i < MOST_TICKS && isRunning(rests); i++) {
            rests = rests.ticked();
        }
        return isRunning(rests) ? rests.apply(new Effect.Act(FigureState::run)) : rests;
    }

    private static boolean isRunning(ScreenState state) {
        return state.live().filter(live -> live.cursor().running()).isPresent();
    }

    /**
     * Sends the pending requests of a state, saves its entries, and makes it current without its messages.
     *
     * @return the state with its messages, and with that of a request
     */
    ScreenState put(ScreenState next) {
        ScreenState stands = next.reportPosition().sending(requests);
        List<Entry> entries = stands.entries();
        become(stands.withoutPending());
        recorder.keep(entries).filter(why -> !complained).ifPresent(why -> {
            complained = true;
            console.quote("Progress is not kept: " + why);
        });
        if (!entries.stream().allMatch(Entry.Stood.class::isInstance)) {
            recorder.safe().flatMap(LineSession::waited).ifPresent(this::say);
        }
        return stands;
    }

    private void become(ScreenState next) {
        state = next.withNotice("").withoutMessage();
        blocks = state.blocks();
    }

    /**
     * Waits up to {@link #PATIENCE_SECONDS} s until the entries are on disk. Returns why they are not; empty if they
     * are.
     */
    private static Optional<String> waited(CompletableFuture<Void> safe) {
        try {
            safe.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unsafe) {
            return ProgressRecorder.whyUnsafe(safe);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
