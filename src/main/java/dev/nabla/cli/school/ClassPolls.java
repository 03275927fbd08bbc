package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.Course;
import dev.nabla.output.Json;
import dev.nabla.room.Poll;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.display.VoteBars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The polls of a class and their votes, as text and JSON. */
record ClassPolls(OpenClass open) {
    private static final int WIDTH = 80;
    private static final String ARROW = " → ";

    /**
     * A poll, and the votes that count.
     *
     * @param ballot the question; empty if the course does not have it any more
     * @param counts the number of votes, by round and kind of answer
     */
    private record PollResult(Poll poll, Optional<PollQuestion> ballot, Map<Integer, Map<String, Integer>> counts) {
        List<String> kinds() {
            return ballot.map(question -> question.kinds(counts)).orElseGet(() -> counts.values().stream()
                    .flatMap(round -> round.keySet().stream())
                    .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf)));
        }

        String name(String kind) {
            return ballot.map(question -> question.name(kind)).orElse(kind);
        }

        String phase() {
            return poll.phase().name().toLowerCase(Locale.ROOT);
        }
    }

    private List<PollResult> held() {
        Course course = open.course();
        return open.store().polls().stream()
                .map(poll -> new PollResult(
                        poll,
                        PollQuestion.of(course, poll.item(), poll.seed()),
                        PollQuestion.count(open.store().votes(poll.id()), poll.phase())))
                .toList();
    }

    String toText() {
        Arguments given = open.given();
        return given.json() ? json() : given.forDisplay(lines());
    }

    private String lines() {
        Glyphs glyphs = open.given().displayProfile().glyphs().value();
        List<String> lines = new ArrayList<>();
        for (PollResult held : held()) {
            String votes = held.counts.values().stream()
                    .map(round -> PollQuestion.votes(round) + " voted")
                    .collect(Collectors.joining(ARROW));
            lines.add("Question " + held.poll.item() + " · " + open.info().clock(held.poll.since()) + " · "
                    + held.phase().replace('_', ' ') + " · " + (votes.isEmpty() ? "nobody voted" : votes));
            held.ballot.ifPresent(
                    ballot -> lines.addAll(Wrap.lines(ballot.instance().prompt().replace('\n', ' '), WIDTH, glyphs)));
            new VoteBars(held.kinds(), held::name, held.counts)
                    .lines(WIDTH, glyphs)
                    .forEach(bar -> lines.add(bar.plain().stripTrailing()));
            lines.add("");
        }
        return lines.isEmpty() ? "nothing was asked yet" : String.join("\n", lines.subList(0, lines.size() - 1));
    }

    private String json() {
        List<Map<String, Object>> polls = held().stream()
                .map(held -> Json.members(
                        "poll", held.poll.id(),
                        "section", held.poll.section(),
                        "question", held.poll.item(),
                        "seed", held.poll.seed(),
                        "phase", held.phase(),
                        "since", held.poll.since().toString(),
                        "rounds", List.copyOf(held.counts.values())))
                .toList();
        return Json.object(Json.members("polls", polls));
    }
}
