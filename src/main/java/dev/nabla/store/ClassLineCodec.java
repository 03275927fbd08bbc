package dev.nabla.store;

import dev.nabla.math.BadInput;
import dev.nabla.output.Fields;
import dev.nabla.output.JsonLine;
import dev.nabla.output.WrittenLine;
import dev.nabla.progress.Journal;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.PointRule;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Presence;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.AccountPlace;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.account.WrongPins.Exemption;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.store.GroupCommitStore.StudentEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conversion of the parts of a class to the members of a {@link JsonLine} and back. Each line describes the complete
 * state of an item from then on.
 *
 * <pre>
 * {"format":1,"event":"student","student":"4711","name":"ada","keys":"SHA256:q1Yx…","joined":"2026-03-02T12:00:00Z"}
 * </pre>
 */
final class ClassLineCodec {
    static final int FORMAT = 1;
    private static final int LONGEST_SHOWN = 40;

    private static final Account NOBODY = new Account(
            new Student("0", new StudentName("nobody")),
            Set.of(),
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            WrongPins.NONE,
            List.of(),
            false);
    private static final Poll NO_POLL = new Poll(0, "", "", 0, Phase.OPEN, Instant.EPOCH);
    private static final Vote NO_VOTE = new Vote(0, "", "");
    private static final Board.ShownFigure NOTHING_SHOWN = new Board.ShownFigure("", "", "", Map.of(), "", 0, "");

    private ClassLineCodec() {}

    /** The fields of a line of {@link #spooled}. */
    record Spooled(String student, String course, String entry) {
        static final Spooled NONE = new Spooled("", "", "");
    }

    static WrittenLine line(String event) {
        WrittenLine line = new WrittenLine();
        line.whole("format", FORMAT);
        line.text("event", event);
        return line;
    }

    static Map<String, Object> of(ClassInfo info) {
        WrittenLine line = line("class");
        info(line, info);
        return line.members();
    }

    static ClassInfo info(JsonLine line) {
        return info(line, StoredClass.NONE.info());
    }

    private static ClassInfo info(Fields line, ClassInfo info) {
        String title = line.text("title", info.title());
        Optional<String> lessons = line.optional("lessons", info.lessons());
        ZoneId zone = ZoneId.of(line.text("zone", info.zone().getId()));
        Optional<String> code = line.optional("code", info.code()).filter(word -> !word.isBlank());
        Optional<String> closed = line.optional("closed", Optional.of("yes").filter(yes -> info.closed()))
                .filter(text -> !text.equals("no"));
        List<Due> dues = dues(line.texts("due", dues(info.dues())));
        Optional<String> other = Optional.of(info.points())
                .filter(rule -> !rule.equals(PointRule.DEFAULT))
                .map(PointRule::text);
        PointRule points = line.optional("points", other).map(PointRule::of).orElse(PointRule.DEFAULT);
        return new ClassInfo(title, lessons, zone, code, dues, closed.isPresent(), points);
    }

    /** Returns due dates as texts. The key is the section; for the date of a single student, section and student id. */
    private static Map<String, String> dues(List<Due> dues) {
        Map<String, String> texts = new TreeMap<>();
        for (Due due : dues) {
            String whose = due.student().map(id -> " " + id).orElse("");
            texts.put(due.section() + whose, due.at().toString());
        }
        return texts;
    }

    private static List<Due> dues(Map<String, String> texts) {
        List<Due> dues = new ArrayList<>();
        new TreeMap<>(texts).forEach((key, at) -> {
            String[] whose = key.split(" ", 2);
            Optional<String> student = Arrays.stream(whose).skip(1).findFirst();
            dues.add(new Due(whose[0], Instant.parse(at), student));
        });
        return dues;
    }

    static Map<String, Object> of(Account one) {
        WrittenLine line = line("student");
        account(line, one);
        return line.members();
    }

    static Account account(JsonLine line) {
        String id = line.text("student");
        if (!isId(id)) {
            throw BadInput.usage("bad_line", noId(id));
        }
        return account(line, NOBODY);
    }

    private static Account account(Fields line, Account one) {
        String id = line.text("student", one.student().id());
        StudentName name =
                new StudentName(line.text("name", one.student().name().text()));
        String keys =
                line.text("keys", one.keys().stream().map(Fingerprint::text).collect(Collectors.joining(" ")));
        Optional<String> pin = line.optional("pin", one.pin());
        Instant joined = line.time("joined", one.joined());
        Optional<ResetWord> word = line.optional("word", one.word().map(ResetWord::hash))
                .map(hash -> new ResetWord(
                        hash,
                        line.time("until", one.word().map(ResetWord::until).orElse(Instant.EPOCH))));
        WrongPins wrong = wrongPins(line, one.wrongPins());
        String places = one.places().stream().map(AccountPlace::text).collect(Collectors.joining(" "));
        Optional<String> from = line.optional("places", Optional.of(places).filter(text -> !text.isEmpty()));
        // Absent for those who see pictures, so that lines of older versions stay as they are.
        boolean screenReader = line.optional("reader", one.screenReader() ? Optional.of("on") : Optional.empty())
                .isPresent();
        return new Account(
                new Student(id, name),
                words(keys).map(Fingerprint::new).collect(Collectors.toSet()),
                pin,
                joined,
                word,
                wrong,
                words(from.orElse("")).map(AccountPlace::new).toList(),
                screenReader);
    }

    private static WrongPins wrongPins(Fields line, WrongPins pins) {
        OptionalInt inARow =
                line.count("wrong", pins.equals(WrongPins.NONE) ? OptionalInt.empty() : OptionalInt.of(pins.inARow()));
        return inARow.isEmpty()
                ? WrongPins.NONE
                : new WrongPins(
                        inARow.getAsInt(),
                        (int) line.whole("untold", pins.untold()),
                        line.time("since", pins.since()),
                        line.time("last", pins.last()),
                        exemption(line, pins.exemption()));
    }

    private static Optional<Exemption> exemption(Fields line, Optional<Exemption> one) {
        return line.optional("let", one.map(Exemption::word))
                .map(word -> new Exemption(
                        word,
                        (int) line.whole("checks", one.map(Exemption::checks).orElse(0)),
                        line.time("end", one.map(Exemption::until).orElse(Instant.EPOCH))));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    /**
     * Returns whether a text is an id: a positive whole number of at most 64 bits in its shortest form. An id becomes
     * the name of a file.
     */
    static boolean isId(String text) {
        try {
            return text.matches("[1-9][0-9]{0,18}") && Long.parseLong(text) > 0;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    /** Returns the message for a text that is no id. */
    static String noId(String text) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return "the id '" + shown + "' is no whole number from 1 to " + Long.MAX_VALUE;
    }

    /** Returns the host keys of a class as a line. */
    static Map<String, Object> of(Set<Fingerprint> hostKeys) {
        WrittenLine line = line("hosts");
        line.text("keys", hostKeys.stream().map(Fingerprint::text).collect(Collectors.joining(" ")));
        return line.members();
    }

    static Set<Fingerprint> hostKeys(JsonLine line) {
        return words(line.text("keys")).map(Fingerprint::new).collect(Collectors.toSet());
    }

    static Map<String, Object> erased(Student student) {
        WrittenLine line = line("erased");
        line.text("student", student.id());
        return line.members();
    }

    static Map<String, Object> of(Poll one) {
        WrittenLine line = line("poll");
        poll(line, one);
        return line.members();
    }

    static Poll poll(JsonLine line) {
        return poll(line, NO_POLL);
    }

    private static Poll poll(Fields line, Poll one) {
        return new Poll(
                line.whole("poll", one.id()),
                line.text("section", one.section()),
                line.text("item", one.item()),
                line.whole("seed", one.seed()),
                line.constant("phase", one.phase()),
                line.time("since", one.since()),
                line.optional("talk", one.talkUntil().map(Instant::toString)).map(Instant::parse));
    }

    static Map<String, Object> of(long poll, Vote vote) {
        WrittenLine line = line("vote");
        line.whole("poll", poll);
        vote(line, vote);
        return line.members();
    }

    /** Returns the vote of a line. The id of its poll is the member {@code poll} of the line. */
    static Vote vote(JsonLine line) {
        return vote(line, NO_VOTE);
    }

    private static Vote vote(Fields line, Vote vote) {
        return new Vote(
                (int) line.whole("round", vote.round()),
                line.text("student", vote.student()),
                line.text("kind", vote.kind()));
    }

    static Map<String, Object> of(Board board) {
        WrittenLine line = line("board");
        line.whole("revision", board.revision());
        board.poll().ifPresent(poll -> line.whole("poll", poll.id()));
        board.shown().ifPresent(shown -> shown(line, shown));
        return line.members();
    }

    /**
     * Returns the board of a line.
     *
     * @param polls known polls by id, among them the poll on the board
     */
    static Board board(JsonLine line, Map<Long, Poll> polls) {
        return new Board(
                line.whole("revision"),
                line.optional("by").map(by -> shown(line, NOTHING_SHOWN)),
                line.optional("poll").map(id -> polls.get(line.whole("poll"))));
    }

    private static Board.ShownFigure shown(Fields line, Board.ShownFigure shown) {
        return new Board.ShownFigure(
                line.text("by", shown.by()),
                line.text("section", shown.section()),
                line.text("figure", shown.figure()),
                line.texts("settings", shown.settings()),
                line.text("knob", shown.knob()),
                (int) line.whole("part", shown.part()),
                line.text("mode", shown.mode()));
    }

    static Map<String, Object> of(Presence one) {
        WrittenLine line = line("here");
        presence(line, one);
        return line.members();
    }

    static Presence presence(JsonLine line, Student student) {
        return presence(line, new Presence(student, LearnerLocation.HOME, Instant.EPOCH));
    }

    private static Presence presence(Fields line, Presence one) {
        LearnerLocation where = new LearnerLocation(
                line.text("section", one.where().section()),
                line.constant("doing", one.where().doing()),
                line.text("part", one.where().part()));
        return new Presence(one.student(), where, line.time("key", one.lastKey()));
    }

    static Map<String, Object> of(StudentEntry entry) {
        WrittenLine line = line("done");
        spooled(line, new Spooled(entry.student().id(), entry.course(), Journal.line(entry.entry())));
        return line.members();
    }

    static Spooled spooled(Fields line, Spooled one) {
        return new Spooled(
                line.text("student", one.student()), line.text("course", one.course()), line.text("line", one.entry()));
    }
}
