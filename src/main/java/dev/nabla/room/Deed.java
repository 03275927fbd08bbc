package dev.nabla.room;

/** What somebody at a screen does to the class; who may do it is asked where it is carried out. */
public sealed interface Deed {
    /** The teacher shows a figure, or it as it is by now. */
    record Show(Board.Shown shown) implements Deed {}

    /** The teacher shows nothing any more. */
    record Hide() implements Deed {}

    /** The teacher puts a question to all. */
    record Ask(String section, String item, long seed) implements Deed {}

    /** The teacher goes on to the next phase of a poll; from a phase that is over it does nothing. */
    record Advance(long poll, Poll.Phase from) implements Deed {}

    /** The teacher shows everybody how a closed round went, and lets it be the last. */
    record Reveal(long poll) implements Deed {}

    /** The teacher takes a poll off the board. */
    record End(long poll) implements Deed {}

    /** A student wants a word that lets in another key of theirs. */
    record Link() implements Deed {}

    /** A vote in the round that is open. */
    record Cast(long poll, Poll.Vote vote) implements Deed {}
}
