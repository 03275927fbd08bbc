package dev.nabla.serve.hub;

import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Poll;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The votes of a class: accepts them, and sends their counts among the students present. Thread-safe. */
final class PollVotes {
    private final ClassStore store;
    private final Quotas quotas;
    private final JoinedSessions joined;
    private volatile boolean changed;
    /** Ids of the students connected to any host. */
    private volatile Set<String> present = Set.of();
    /** Ids of the students among whom the votes were last counted for all sessions. */
    private Set<String> countedAmong = Set.of();

    PollVotes(ClassStore store, Quotas quotas, JoinedSessions joined) {
        this.store = store;
        this.quotas = quotas;
        this.joined = joined;
    }

    /**
     * Accepts a vote in the open round. Returns false if that round is over or the student has exceeded the quota, of
     * which a message informs the student.
     */
    boolean cast(ClassRequest.CastVote cast, Student student) {
        Optional<Poll> open = store.board()
                .poll(cast.poll())
                .filter(poll -> poll.phase().isOpen() && poll.phase().round() == cast.round());
        return open.isPresent() && keep(open.get(), new Poll.Vote(cast.round(), student.id(), cast.kind()), student);
    }

    /** Stores a vote, unless the student has already cast the same one. */
    private boolean keep(Poll poll, Poll.Vote vote, Student student) {
        if (store.votes(poll.id()).contains(vote)) {
            return true;
        }
        Optional<String> tooMany = quotas.vote(student);
        tooMany.ifPresentOrElse(why -> joined.notifyStudent(student, why), () -> store.vote(poll.id(), vote)
                .whenComplete((safe, fault) -> changed = true));
        return tooMany.isEmpty();
    }

    /** Lets the next {@link #update} send the counts anew. Called when another host has stored a vote. */
    void onStored() {
        changed = true;
    }

    /** @param students ids of the students connected to any host */
    void countAmong(Set<String> students) {
        present = students;
    }

    /** Sends the counts anew if a vote was cast, or a student came or left. Called once a second. */
    void update() {
        Set<String> now = students();
        if (changed || !now.equals(countedAmong)) {
            changed = false;
            countedAmong = now;
            store.board().poll().ifPresent(this::broadcast);
        }
    }

    /** Sends the counts of a poll to all sessions. */
    void broadcast(Poll poll) {
        Map<Role, ClassEvent> counts = new EnumMap<>(Role.class);
        joined.forEach(
                session -> session.onEvent(counts.computeIfAbsent(session.user().role(), role -> counts(poll, role))));
    }

    /** Returns the counts of a poll that this role may see. */
    ClassEvent counts(Poll poll, Role role) {
        List<Poll.Vote> votes = store.votes(poll.id());
        Set<String> here = students();
        long voters = votes.stream()
                .filter(vote -> vote.round() == poll.phase().round() && here.contains(vote.student()))
                .count();
        return new ClassEvent.OnPoll(
                poll.id(),
                here.size(),
                (int) voters,
                PollQuestion.visibleCounts(PollQuestion.count(votes, poll.phase()), role, poll.phase()));
    }

    /** Returns the ids of the students who are present on any host. */
    private Set<String> students() {
        Set<String> all = joined.students();
        all.addAll(present);
        return all;
    }
}
