package dev.nabla.store;

import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.progress.Journal;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Account.Place;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.Name;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Presence;
import dev.nabla.room.ResetWord;
import dev.nabla.room.Student;
import dev.nabla.room.Whereabouts;
import dev.nabla.room.WrongPins;
import dev.nabla.store.GroupCommitStore.Deed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a store writes of a class, as the members of a {@link JsonLine}; each line says how something is from then on.
 *
 * <pre>
 * {"format":1,"event":"student","student":"4711","name":"ada","keys":"SHA256:q1Yx…","joined":"2026-03-02T12:00:00Z"}
 * </pre>
 */
final class Lines {
    static final int FORMAT = 1;
    private static final int LONGEST_SHOWN = 40;

    private Lines() {}

    /** Values with the names in this text; what is empty is left out. */
    private static Map<String, Object> line(String event, String names, Object... values) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("format", FORMAT));
        line.put("event", event);
        String[] name = names.split(" ");
        for (int i = 0; i < name.length; i++) {
            Object value = values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i];
            if (value != null) {
                line.put(name[i], value instanceof Number || value instanceof Map ? value : value.toString());
            }
        }
        return line;
    }

    /** Of a date for one student the key is section and id. */
    static Map<String, Object> of(ClassInfo info) {
        Map<String, String> dues = new TreeMap<>();
        info.dues().forEach(due -> {
            String whose = due.student().map(id -> " " + id).orElse("");
            dues.put(due.section() + whose, due.at().toString());
        });
        String names = "title lessons zone code due";
        return line("class", names, info.title(), info.lessons(), info.zone(), info.code(), dues);
    }

    static ClassInfo info(JsonLine line) {
        List<Due> dues = new ArrayList<>();
        new TreeMap<>(line.settings()).forEach((key, at) -> {
            String[] whose = key.split(" ", 2);
            Optional<String> student = Arrays.stream(whose).skip(1).findFirst();
            dues.add(new Due(whose[0], Instant.parse(at), student));
        });
        Optional<String> code = line.optional("code").filter(word -> !word.isBlank());
        ZoneId zone = ZoneId.of(line.text("zone"));
        return new ClassInfo(line.text("title"), line.optional("lessons"), zone, code, dues);
    }

    static Map<String, Object> of(Account one) {
        String keys = one.keys().stream().map(Fingerprint::text).collect(Collectors.joining(" "));
        Optional<WrongPins> wrong = Optional.of(one.wrongPins()).filter(pins -> !pins.equals(WrongPins.NONE));
        Optional<String> places = Optional.of(
                        one.places().stream().map(Place::text).collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
        String names = "student name keys pin joined word until wrong untold since last places";
        return line(
                "student",
                names,
                one.student().id(),
                one.student().name(),
                keys,
                one.pin(),
                one.joined(),
                one.word().map(ResetWord::hash),
                one.word().map(ResetWord::until),
                wrong.map(WrongPins::inARow),
                wrong.map(WrongPins::untold),
                wrong.map(WrongPins::since),
                wrong.map(WrongPins::last),
                places);
    }

    /** An id is a positive whole number that fits 64 bits, as it is written shortest: it becomes the name of a file. */
    static boolean isId(String text) {
        try {
            return text.matches("[1-9][0-9]{0,18}") && Long.parseLong(text) > 0;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    /** Why a text is no id. */
    static String noId(String text) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return "the id '" + shown + "' is no whole number from 1 to " + Long.MAX_VALUE;
    }

    static Account account(JsonLine line) {
        String id = line.text("student");
        if (!isId(id)) {
            throw BadInput.usage("bad_line", noId(id));
        }
        Student student = new Student(id, new Name(line.text("name")));
        Set<Fingerprint> keys = words(line.text("keys")).map(Fingerprint::new).collect(Collectors.toSet());
        Optional<ResetWord> word =
                line.optional("word").map(hash -> new ResetWord(hash, Instant.parse(line.text("until"))));
        WrongPins wrong = line.optional("wrong").isEmpty()
                ? WrongPins.NONE
                : new WrongPins(
                        (int) line.whole("wrong"),
                        (int) line.whole("untold"),
                        Instant.parse(line.text("since")),
                        Instant.parse(line.text("last")));
        List<Place> places =
                words(line.optional("places").orElse("")).map(Place::new).toList();
        Instant joined = Instant.parse(line.text("joined"));
        return new Account(student, keys, line.optional("pin"), joined, word, wrong, places);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    static Map<String, Object> erased(Student student) {
        return line("erased", "student", student.id());
    }

    static Map<String, Object> of(Poll one) {
        String names = "poll section item seed phase since";
        return line(
                "poll",
                names,
                one.id(),
                one.section(),
                one.item(),
                one.seed(),
                one.phase().name(),
                one.since());
    }

    static Poll poll(JsonLine line) {
        Phase phase = Phase.valueOf(line.text("phase"));
        Instant since = Instant.parse(line.text("since"));
        return new Poll(line.whole("poll"), line.text("section"), line.text("item"), line.whole("seed"), phase, since);
    }

    static Map<String, Object> of(long poll, Vote vote) {
        return line("vote", "poll round student kind", poll, vote.round(), vote.student(), vote.kind());
    }

    static Vote vote(JsonLine line) {
        return new Vote((int) line.whole("round"), line.text("student"), line.text("kind"));
    }

    static Map<String, Object> of(Board board) {
        Optional<Long> poll = board.poll().map(Poll::id);
        Map<String, Object> line = line("board", "revision poll", board.revision(), poll);
        board.shown().ifPresent(one -> {
            String names = "by section figure settings knob part mode";
            line.putAll(line(
                    "board",
                    names,
                    one.by(),
                    one.section(),
                    one.figure(),
                    one.settings(),
                    one.knob(),
                    one.part(),
                    one.mode()));
        });
        return line;
    }

    /** What is on the board; its poll is one of these. */
    static Board board(JsonLine line, Map<Long, Poll> polls) {
        Optional<Board.Shown> shown = line.optional("by")
                .map(by -> new Board.Shown(
                        by,
                        line.text("section"),
                        line.text("figure"),
                        line.settings(),
                        line.text("knob"),
                        (int) line.whole("part"),
                        line.text("mode")));
        return new Board(line.whole("revision"), shown, line.optional("poll").map(id -> polls.get(line.whole("poll"))));
    }

    static Map<String, Object> of(Presence one) {
        Whereabouts where = one.where();
        return line(
                "here", "section doing part key", where.section(), where.doing().name(), where.part(), one.lastKey());
    }

    static Function<Student, Presence> presence(JsonLine line) {
        Whereabouts.Doing doing = Whereabouts.Doing.valueOf(line.text("doing"));
        Whereabouts where = new Whereabouts(line.text("section"), doing, line.text("part"));
        return student -> new Presence(student, where, Instant.parse(line.text("key")));
    }

    static Map<String, Object> of(Deed deed) {
        String line = Journal.line(deed.entry());
        return line("done", "student course line", deed.student().id(), deed.course(), line);
    }
}
