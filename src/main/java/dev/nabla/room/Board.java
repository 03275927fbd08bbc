package dev.nabla.room;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.math.BadInput;
import dev.nabla.room.Poll.Phase;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is before the whole class; one value, and each change has the next revision.
 *
 * @param revision from 0; whoever changes an older one is told so
 * @param shown what the teacher shows
 * @param poll what is asked
 */
public record Board(long revision, Optional<Shown> shown, Optional<Poll> poll) {
    public static final Board EMPTY = new Board(0, Optional.empty(), Optional.empty());

    /**
     * A figure that the teacher has in hand.
     *
     * @param by name of the teacher
     * @param section where it stands
     * @param figure its id
     * @param settings what its knobs hold where it is not what they opened with, texts by name
     * @param knob where the cursor is
     * @param part component of that knob
     * @param mode picture, text, worked steps or code
     */
    public record Shown(
            String by,
            String section,
            String figure,
            Map<String, String> settings,
            String knob,
            int part,
            String mode) {
        public Shown {
            settings = Map.copyOf(settings);
        }

        /** A figure set so; what it cannot be set to stays as it was. */
        public FigureState<?> on(FigureState<?> live) {
            try {
                FigureState<?> set = live.set(settings).take(new Focus(knob, part));
                Mode wanted = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
                Mode now = set.cursor().mode();
                return now == wanted ? set : set.show(wanted == Mode.PICTURE ? now : wanted);
            } catch (BadInput | IllegalArgumentException outdated) {
                return live;
            }
        }

        /** Said to students when it begins. */
        public String begins() {
            return by + " shows a figure";
        }

        public String ends() {
            return by + " shows nothing any more";
        }

        /** True if it is the same figure, however it is set. */
        public boolean isSame(Shown other) {
            return section.equals(other.section()) && figure.equals(other.figure());
        }
    }

    /**
     * The board after something that a teacher does; the same one where it is too late for that, or it is a vote.
     *
     * @param id of a poll that begins now
     */
    public Board after(Deed deed, long id, Instant now) {
        if (deed instanceof Deed.Show show) {
            return showing(Optional.of(show.shown()));
        }
        if (deed instanceof Deed.Hide && shown.isPresent()) {
            return showing(Optional.empty());
        }
        if (deed instanceof Deed.Ask ask) {
            return asking(Optional.of(new Poll(id, ask.section(), ask.item(), ask.seed(), Phase.OPEN, now)));
        }
        if (deed instanceof Deed.Advance on && asks(on.poll()) && poll.get().phase() == on.from()) {
            return turning(on.from().next(), now);
        }
        if (deed instanceof Deed.Reveal reveal
                && asks(reveal.poll())
                && !poll.get().phase().isOpen()) {
            return turning(Phase.REVEALED, now);
        }
        return deed instanceof Deed.End end && asks(end.poll()) ? asking(Optional.empty()) : this;
    }

    private Board turning(Phase to, Instant now) {
        Poll asked = poll.orElseThrow();
        return asked.phase() == to ? this : asking(Optional.of(asked.in(to, now)));
    }

    /** True if this poll is on it. */
    public boolean asks(long id) {
        return poll.filter(asked -> asked.id() == id).isPresent();
    }

    public Board showing(Optional<Shown> other) {
        return new Board(revision + 1, other, poll);
    }

    public Board asking(Optional<Poll> other) {
        return new Board(revision + 1, shown, other);
    }
}
