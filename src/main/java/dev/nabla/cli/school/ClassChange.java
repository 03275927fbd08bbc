package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.ShellLine;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Text;
import dev.nabla.progress.Days;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.AuthorizedKey;
import dev.nabla.room.ClassCode;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassNow;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Name;
import dev.nabla.room.OneTimeWord;
import dev.nabla.room.ResetWord;
import dev.nabla.room.Student;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code nabla class} changes: code, dates, keys, PINs, names, and who is in it. */
record ClassChange(Arguments given, OpenClass open) {
    private static final String OPEN_TO_ALL = "none";
    private static final int LONGEST_TITLE = 60;

    /** Makes a class. */
    static Reply make(Arguments given, Classes.Place place) throws IOException {
        String title = Text.harmless(Arguments.require(
                given.value(ClassAction.TITLE),
                "--title is missing: what the class is called, like --title 'Maths 10b'"));
        Path folder = given.console().disk().at(given.operand(1).orElseThrow(), Arguments.FOLDER, "make it there");
        Arguments.require(
                !title.isBlank() && title.length() <= LONGEST_TITLE,
                "--title has 1 to " + LONGEST_TITLE + " characters");
        given.course();
        String code = ClassCode.draw(new SecureRandom());
        ClassInfo info = new ClassInfo(
                title,
                given.value(Options.LESSONS)
                        .map(own -> given.lessons().toAbsolutePath().toString()),
                given.console().learner().clock().getZone(),
                Optional.of(code),
                List.of());
        given.console()
                .classes()
                .open(new Classes.Place(Optional.of(folder), place.url()), Optional.of(info), ClassStore::info);
        String where = Classes.FOLDER + " " + ShellLine.quoted(folder.toString())
                + place.url()
                        .map(url -> " " + Classes.URL + " " + ShellLine.quoted(url))
                        .orElse("");
        return Reply.ok(
                Text.harmless("class code  " + code) + "\n" + Text.harmless("open it:    nabla serve " + where) + "\n");
    }

    Reply code() throws IOException {
        Optional<String> word = given.operand(1);
        Arguments.require(word.isEmpty() || !given.has(ClassAction.FRESH), "a word and --new are two codes; name one");
        Optional<String> wanted = given.has(ClassAction.FRESH)
                ? Optional.of(ClassCode.draw(new SecureRandom()))
                : word.map(ClassChange::chosen);
        ClassInfo info = wanted.isEmpty()
                ? open.info()
                : ClassStore.done(
                        open.store().change(old -> old.coded(wanted.filter(code -> !code.equals(OPEN_TO_ALL)))));
        return Reply.ok(
                info.code().orElse("no code: whoever can connect may join; nabla class code --new draws one") + "\n");
    }

    private static String chosen(String word) {
        Arguments.require(
                word.matches("[\\p{L}\\p{N}._-]{4,64}"),
                "'" + word + "' is no class code; type 4 to 64 letters, digits and dashes");
        return word;
    }

    Reply due() throws IOException {
        Optional<String> section = given.operand(1);
        Optional<Student> student =
                given.value(ClassAction.FOR).map(name -> open.account(name).student());
        if (section.isEmpty()) {
            return Reply.ok(dues(open.info(), student));
        }
        String id = open.course().section(section.get()).id();
        boolean none = given.has(ClassAction.NONE);
        Arguments.require(
                given.operand(2).isPresent() != none,
                none
                        ? "a time and --none are two wishes; name one"
                        : "WHEN is missing: when it is due, like nabla class due " + id + " 2026-12-01T18:00");
        Optional<Instant> at = given.operand(2).map(open.info()::moment);
        return Reply.ok(dues(ClassStore.done(open.store().change(old -> old.due(id, student, at))), Optional.empty()));
    }

    private String dues(ClassInfo info, Optional<Student> student) throws IOException {
        Map<String, Set<String>> done = info.dues().isEmpty() ? Map.of() : done();
        Listing rows = new Listing().add("section", "due", "for", "done");
        List<Due> dues = info.dues().stream()
                .filter(due -> student.isEmpty() || due.student().equals(student.map(Student::id)))
                .sorted(Comparator.comparing(Due::section).thenComparing(Due::at))
                .toList();
        dues.forEach(due -> rows.add(due.section(), info.clock(due.at()), whom(due), ClassNow.done(due, done)));
        return dues.isEmpty() ? "no section has a date\n" : rows.text() + "\n(clocks of " + info.zone() + ")\n";
    }

    private Map<String, Set<String>> done() throws IOException {
        Instant now = given.console().learner().clock().instant();
        Days days = Days.in(open.info().zone());
        Course course = open.course();
        Map<String, Set<String>> done = new HashMap<>();
        for (Account account : open.store().accounts()) {
            Student student = account.student();
            done.put(student.id(), open.store().done(student, course, now, days));
        }
        return done;
    }

    private String whom(Due due) {
        return due.student()
                .map(id ->
                        open.store().student(id).map(one -> one.name().text()).orElse("?"))
                .orElse("everybody");
    }

    Reply key() throws IOException {
        Student student = open.student(1);
        Arguments.require(
                !given.has(ClassAction.ADD) || !given.has(ClassAction.FORGET),
                "--add and --forget are two wishes; name one");
        if (given.has(ClassAction.FORGET)) {
            return reset(student, Account::withoutKeys, "no key any more");
        }
        if (given.has(ClassAction.ADD)) {
            Fingerprint key = fingerprint(given.value(ClassAction.ADD).orElseThrow());
            Arguments.require(
                    ClassStore.done(open.store().change(student, known -> known.and(Set.of(key))))
                            .isPresent(),
                    "this key is "
                            + open.store()
                                    .who(key)
                                    .map(other -> other.name().text())
                                    .orElse("another student") + "'s already; a key is one student's");
        }
        Account account = open.account(student.name().text());
        String keys =
                account.keys().stream().map(key -> key.text() + "\n").sorted().collect(Collectors.joining());
        return Reply.ok(keys.isEmpty() ? student.name() + " has no key\n" : keys);
    }

    /** Of the first key in a file. */
    private Fingerprint fingerprint(String file) {
        String which = "; type the one that ends in .pub";
        byte[] bytes = Inputs.named(
                file + ":",
                () -> Inputs.bytes(
                        () -> file.equals(Inputs.STREAM)
                                ? given.console().streams().in()
                                : given.console().disk().open(file, which, "send it"),
                        1,
                        "that is no key"));
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .flatMap(ClassChange::keys)
                .findFirst()
                .orElseThrow(() -> BadInput.usage("bad_key", file + " holds no public key of OpenSSH" + which));
    }

    /** The key on a line, whatever options restrict its use elsewhere; none if the line is a comment or no key. */
    private static Stream<Fingerprint> keys(String line) {
        try {
            return AuthorizedKey.read(line).map(AuthorizedKey::key).stream();
        } catch (BadInput unreadable) {
            return Stream.empty();
        }
    }

    Reply pin() throws IOException {
        Student student = open.student(1);
        Arguments.require(given.has(ClassAction.FORGET), "--forget is missing: PINs can be taken away, not shown");
        return reset(student, known -> known.pinned(Optional.empty()), "no PIN any more");
    }

    /** Takes a proof away, and draws the word without which the name stays taken. */
    private Reply reset(Student student, UnaryOperator<Account> change, String what) throws IOException {
        String word = OneTimeWord.draw(new SecureRandom());
        ResetWord kept = ResetWord.of(word, given.console().learner().clock().instant());
        ClassStore.done(
                open.store().change(student, known -> change.apply(known).resetBy(Optional.of(kept))));
        return Reply.ok(student.name() + " has " + what + ". The word for another key or PIN: " + word
                + "\nIt is typed after the class code, works once, and ends at "
                + open.info().clock(kept.until()) + ".\n");
    }

    Reply rename() throws IOException {
        Student student = open.student(1);
        Name name = new Name(given.operand(2).orElseThrow());
        Arguments.require(
                ClassStore.done(open.store().change(student, known -> known.named(name)))
                        .isPresent(),
                "the name " + name + " is taken; type another");
        return Reply.ok(student.name() + " is " + name + " now\n");
    }

    Reply erase() throws IOException {
        boolean all = given.has(ClassAction.ALL);
        Arguments.require(
                given.operand(1).isPresent() != all,
                all ? "a name and --all are two wishes; name one" : "NAME is missing: " + ClassAction.ERASE.usage());
        List<Student> students =
                all ? open.store().accounts().stream().map(Account::student).toList() : List.of(open.student(1));
        String whom = all
                ? "all " + students.size() + " students"
                : students.get(0).name().text();
        if (!given.has(Options.YES)
                && !given.console().isWanted("Erase " + whom + ", with all answers and for good?")) {
            return Reply.complaint(
                    ExitCode.USAGE, "nothing has been changed; to erase answer yes, or type " + Options.YES);
        }
        for (Student student : students) {
            ClassStore.done(open.store().erase(student));
        }
        return Reply.ok("erased: " + whom + "\n");
    }
}
