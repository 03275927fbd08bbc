package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Disk;
import dev.nabla.cli.input.Inputs;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Journal;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Refused;
import dev.nabla.room.Name;
import dev.nabla.room.Poll;
import dev.nabla.room.Student;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class as a folder of files that anybody can read: a journal a student, as it is exported at home, and tables. Students go by
 * their names, as another store gives them other ids.
 */
record ClassMove(Arguments given, String folder) {
    private static final String CLASS = "class.csv";
    private static final String STUDENTS = "students.csv";
    private static final String DUES = "dues.csv";
    private static final String POLLS = "polls.csv";
    private static final String VOTES = "votes.csv";

    private static final String ELSEWHERE = "do it there";

    static ClassMove of(Arguments given) {
        return new ClassMove(given, given.operand(1).orElseThrow());
    }

    private Disk disk() {
        return given.console().disk();
    }

    /** Writes what is private into a folder of its own. */
    Reply out(OpenClass open) throws IOException {
        ClassStore store = open.store();
        String course = open.course().id();
        disk().makePrivate(folder, ELSEWHERE);
        Map<String, String> names = new HashMap<>();
        Listing students = new Listing().add("student", "joined", "keys", "pin");
        for (Account account : store.accounts()) {
            Name name = account.student().name();
            names.put(account.student().id(), name.text());
            students.add(
                    name,
                    account.joined(),
                    account.keys().stream().map(Fingerprint::text).sorted().collect(Collectors.joining(" ")),
                    account.pin());
            write(name + ClassFolder.ENDING, Journal.lines(store.read(account.student(), course)));
        }
        write(STUDENTS, students.csv());
        ClassInfo info = store.info();
        write(
                CLASS,
                new Listing()
                        .add("title", "lessons", "zone", "code")
                        .add(info.title(), info.lessons(), info.zone(), info.code())
                        .csv());
        Listing dues = new Listing().add("section", "due", "student");
        info.dues().stream()
                .filter(due -> due.student().stream().allMatch(names::containsKey))
                .forEach(due -> dues.add(due.section(), due.at(), due.student().map(names::get)));
        write(DUES, dues.csv());
        Listing polls = new Listing().add("poll", "section", "question", "seed", "phase", "since");
        Listing votes = new Listing().add("poll", "round", "student", "kind");
        for (Poll poll : store.polls()) {
            polls.add(poll.id(), poll.section(), poll.item(), poll.seed(), poll.phase(), poll.since());
            store.votes(poll.id()).stream()
                    .filter(vote -> names.containsKey(vote.student()))
                    .forEach(vote -> votes.add(poll.id(), vote.round(), names.get(vote.student()), vote.kind()));
        }
        write(POLLS, polls.csv());
        write(VOTES, votes.csv());
        return Reply.ok(given.spelt(names.size() + " students written to " + folder));
    }

    private void write(String name, String text) {
        disk().write(folder + "/" + name, name, text, "", ELSEWHERE);
    }

    /** Adds what is not there yet, to a class that is made if there is none. */
    Reply in(Classes.Place place) throws IOException {
        try {
            return there(place);
        } catch (DateTimeException | IndexOutOfBoundsException | IllegalArgumentException foreign) {
            throw BadInput.usage("not_an_export", folder + " holds tables that nabla class export has not written");
        }
    }

    private Reply there(Classes.Place place) throws IOException {
        Classes classes = given.console().classes();
        Classes.Work<Reply> work = store -> in(new OpenClass(given, store));
        try {
            return classes.open(place, Optional.empty(), work);
        } catch (Refused refused) {
            if (refused.reason() != Refused.Reason.ABSENT) {
                throw refused;
            }
            return classes.open(place, Optional.of(info(rows(CLASS).get(0))), work);
        }
    }

    private Reply in(OpenClass open) throws IOException {
        ClassStore store = open.store();
        StringBuilder warnings = new StringBuilder();
        Map<String, Student> students = new HashMap<>();
        for (List<String> row : rows(STUDENTS)) {
            Name name = new Name(row.get(0));
            Optional<Student> student = student(store, name, row);
            student.ifPresent(one -> students.put(name.key(), one));
            if (student.isEmpty()) {
                warnings.append(Reply.said("a key of " + name + " is another student's; " + name + " is left out"));
            }
        }
        List<CompletionStage<Void>> written = new ArrayList<>();
        int[] entries = {0};
        String course = open.course().id();
        ClassFolder journals = students.isEmpty()
                ? new ClassFolder(Map.of(), "")
                : ClassFolder.read(disk(), folder, (name, done) -> {
                    Student student = students.get(new Name(name).key());
                    if (student != null) {
                        written.add(store.append(student, course, done));
                        entries[0] += done.size();
                    }
                });
        for (CompletionStage<Void> each : written) {
            ClassStore.done(each);
        }
        for (List<String> row : rows(DUES)) {
            Optional<Student> whose = Optional.of(row.get(2))
                    .filter(name -> !name.isEmpty())
                    .map(name -> students.get(new Name(name).key()));
            Instant at = Instant.parse(row.get(1));
            if (whose.isPresent() || row.get(2).isEmpty()) {
                ClassStore.done(store.change(info -> info.due(row.get(0), whose, Optional.of(at))));
            }
        }
        if (store.polls().isEmpty()) {
            polls(store, students);
        }
        return new Reply(
                journals.leftOut().isEmpty() && warnings.isEmpty() ? Reply.OK : Reply.IN_PART,
                students.size() + " students, " + LearnerJournal.count(entries[0]) + "\n",
                warnings + journals.warnings());
    }

    private void polls(ClassStore store, Map<String, Student> students) throws IOException {
        for (List<String> row : rows(POLLS)) {
            Poll poll = new Poll(
                    Long.parseLong(row.get(0)),
                    row.get(1),
                    row.get(2),
                    Long.parseLong(row.get(3)),
                    Poll.Phase.valueOf(row.get(4)),
                    Instant.parse(row.get(5)));
            ClassStore.done(store.keep(poll));
        }
        for (List<String> row : rows(VOTES)) {
            Student student = students.get(new Name(row.get(2)).key());
            if (student != null) {
                Poll.Vote vote = new Poll.Vote(Integer.parseInt(row.get(1)), student.id(), row.get(3));
                ClassStore.done(store.vote(Long.parseLong(row.get(0)), vote));
            }
        }
    }

    private static ClassInfo info(List<String> row) {
        return new ClassInfo(row.get(0), filled(row.get(1)), ZoneId.of(row.get(2)), filled(row.get(3)), List.of());
    }

    private static Optional<String> filled(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }

    /** The student of this name with these proofs, who joins if need be; empty if a key is another student's. */
    private static Optional<Student> student(ClassStore store, Name name, List<String> row) throws IOException {
        Optional<Student> known = store.named(name).map(Account::student);
        List<Fingerprint> keys = filled(row.get(2)).stream()
                .flatMap(all -> Stream.of(all.split(" ")))
                .map(Fingerprint::new)
                .toList();
        Optional<String> pin = filled(row.get(3));
        UnaryOperator<Account> proofs = account -> {
            Account proven = account.pinned(pin.or(account::pin));
            for (Fingerprint key : keys) {
                proven = proven.and(key);
            }
            return proven;
        };
        return known.isPresent()
                ? ClassStore.done(store.change(known.get(), proofs)).or(() -> known)
                : ClassStore.done(store.join(name, proofs, Instant.parse(row.get(1))));
    }

    /** The rows of a table below its heads. */
    private List<List<String>> rows(String name) {
        String file = folder + "/" + name;
        byte[] bytes = Inputs.named(
                file + ":",
                () -> Inputs.bytes(
                        () -> disk().open(file, " that nabla class export has written", ELSEWHERE),
                        64,
                        "nabla class export writes less"));
        List<List<String>> rows = Listing.read(new String(bytes, StandardCharsets.UTF_8));
        return rows.subList(1, rows.size());
    }
}
