package dev.nabla.cli.school.roster;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.JoinWord;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.NewName;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** {@code nabla class roster [FILE]}: prints the names that may join, or changes them. */
public record RosterAction() implements OpenClassAction {
    private static final String ADD = "--add";
    private static final String REMOVE = "--remove";
    private static final String NONE = "--none";
    private static final String ID = "--id";
    private static final String GROUP = "--group";
    private static final String WORDS = "--words";
    private static final String NO_WORDS = "--no-words";
    static final String CSV = "--csv";

    @Override
    public void declare(Options options) {
        options.summary("the names that may join; a CSV file sets them, --words draws a word per name")
                .operand("[FILE]", "CSV file with the names; - for standard input; see below")
                .atMostOneOf(
                        change -> change.named(ADD, "NAME", "let this name join, too")
                                .named(REMOVE, "NAME", "take this name off the roster")
                                .flag(NONE, "remove the roster: any name may join")
                                .flag(NO_WORDS, "ask for the class code again, not for words"),
                        "give one of " + String.join(", ", ADD, REMOVE, NONE, NO_WORDS))
                .named(ID, "ID", "with " + ADD + ": the student's id elsewhere")
                .named(GROUP, "GROUP", "with " + ADD + ": the student's group")
                .flag(WORDS, "draw a word for each name that has none, asked in place of the class code")
                .flag(CSV, "print as comma-separated values")
                .json()
                .classes()
                .notes(RosterFile.HELP)
                .notes(
                        "",
                        "A file replaces the roster. Names that stay keep their words, and students who have joined stay",
                        "in any case. Words are printed once, when they are drawn, and let their names join for "
                                + JoinWord.GOOD_FOR.toDays() + " days;",
                        WORDS + " NAME draws another, and ends a pause after wrong PINs.",
                        "",
                        "Example: nabla class roster names.csv --class maths-10b",
                        "Example: nabla class roster --words --class maths-10b",
                        "Example: nabla class roster --add dora --group 2 --class maths-10b",
                        "Example: nabla class roster --class maths-10b");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        boolean changes = given.has(ADD) || given.has(REMOVE) || given.has(NONE) || given.has(NO_WORDS);
        Arguments.require(
                given.operand(0).isEmpty() || !changes,
                "a FILE replaces the roster; give it without " + ADD + " and the like");
        Arguments.require(
                given.has(ADD)
                        || given.value(ID).isEmpty() && given.value(GROUP).isEmpty(),
                ID + " and " + GROUP + " go with " + ADD);
        Arguments.require(
                !given.has(WORDS) || !changes || given.has(ADD), WORDS + " goes with a FILE, a NAME or " + ADD);
        return OpenClassAction.super.run(given, place);
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        Optional<String> file = given.operand(0);
        if (given.has(NONE)) {
            ClassStore.done(open.store().changeRoster(roster -> Optional.empty()));
            return done(open, "no roster: any name may join\n");
        }
        if (file.isPresent()) {
            return given.has(WORDS) ? wordsOf(open, file.get()) : replace(open, file.get());
        }
        if (List.of(ADD, REMOVE, NO_WORDS, WORDS).stream().noneMatch(given::has)) {
            return new RosterText(open).print();
        }
        Roster roster = roster(open);
        if (given.has(NO_WORDS)) {
            Roster kept = changed(open, Roster::withoutWords);
            return done(
                    open,
                    new RosterText(open).standing(kept)
                            + "no words: with the class code, the first student to come with a name has it\n");
        }
        if (given.has(REMOVE)) {
            return remove(open, given.value(REMOVE).orElseThrow());
        }
        return given.has(ADD) ? add(open, roster) : words(open, roster);
    }

    /** Returns the answer to a change: a message, or the roster as JSON. */
    private static CommandResult done(OpenClass open, String message) {
        return open.given().json() ? new RosterText(open).print() : CommandResult.ok(message);
    }

    /**
     * Returns the roster.
     *
     * @throws BadInput if the class has none
     */
    private static Roster roster(OpenClass open) {
        return open.store()
                .roster()
                .orElseThrow(() ->
                        BadInput.usage("no_roster", "this class has no roster; nabla class roster FILE.csv makes one"));
    }

    /** Changes the roster, if the class still has one, and returns it. */
    private static Roster changed(OpenClass open, UnaryOperator<Roster> change) throws IOException {
        return ClassStore.done(open.store().changeRoster(known -> known.map(change)))
                .orElseThrow(() -> BadInput.usage("no_roster", "the roster was removed meanwhile; try again"));
    }

    private static CommandResult remove(OpenClass open, String typed) throws IOException {
        StudentName name = open.row(typed)
                .map(RosterRow::name)
                .orElseThrow(() -> BadInput.usage(
                        "unknown_student", "'" + typed + "' is not on the roster; nabla class roster lists the names"));
        changed(open, rows -> rows.without(name));
        boolean joined = open.store().named(name).isPresent();
        return done(
                open,
                name + " is off the roster"
                        + (joined ? "; " + name + " has joined and stays until nabla class erase" : "") + "\n");
    }

    private static CommandResult add(OpenClass open, Roster roster) throws IOException {
        Arguments given = open.given();
        RosterRow row = new RosterRow(
                NewName.of(given.value(ADD).orElseThrow(), open.store().names()),
                RosterFile.text(given.value(ID).orElse("")),
                RosterFile.text(given.value(GROUP).orElse("")),
                Optional.empty());
        RosterWords words = missing(open, roster, List.of(row));
        Roster kept = changed(open, rows -> rows.with(worded(row, Optional.of(rows), words)));
        return table(open, kept, words, row.name() + " is on the roster\n").withWarnings(sharedIds(kept, List.of(row)));
    }

    private static CommandResult replace(OpenClass open, String file) throws IOException {
        List<StudentName> joined = open.store().accounts().stream()
                .map(account -> account.student().name())
                .toList();
        List<RosterRow> rows = RosterFile.read(open.given(), file, joined).rows();
        RosterWords words = missing(open, open.store().roster().orElse(Roster.of(List.of())), rows);
        Roster kept = ClassStore.done(open.store()
                        .changeRoster(before -> Optional.of(Roster.of(rows.stream()
                                .map(row -> worded(row, before, words))
                                .toList()))))
                .orElseThrow();
        return table(open, kept, words, new RosterText(open).standing(kept)).withWarnings(sharedIds(kept, rows));
    }

    /** Returns a warning per id that one of these rows shares with another name. */
    private static List<String> sharedIds(Roster roster, List<RosterRow> read) {
        SortedMap<String, String> ids = new TreeMap<>();
        roster.rows().forEach(row -> ids.put(row.name().text(), row.id()));
        return IdGaps.of(ids).shared().entrySet().stream()
                .filter(shared -> read.stream().anyMatch(row -> row.id().equals(shared.getKey())))
                .map(shared -> String.join(", ", shared.getValue()) + " share the id " + shared.getKey()
                        + ", so a gradebook leaves them out; give each another id")
                .toList();
    }

    /** Draws words for those of the rows that have no good one, if asked or if the roster has words already. */
    private static RosterWords missing(OpenClass open, Roster roster, List<RosterRow> rows) {
        return open.given().has(WORDS) || roster.hasWords()
                ? RosterWords.draw(
                        rows.stream()
                                .filter(row ->
                                        goodWord(open, roster, row.name()).isEmpty())
                                .toList(),
                        now(open))
                : RosterWords.NONE;
    }

    /** Returns the word of a name, unless it has ended before its student has joined. */
    private static Optional<JoinWord> goodWord(OpenClass open, Roster roster, StudentName name) {
        return roster.row(name)
                .flatMap(RosterRow::word)
                .filter(word ->
                        !word.isOver(now(open)) || open.store().named(name).isPresent());
    }

    private static Instant now(OpenClass open) {
        return open.given().console().learner().clock().instant();
    }

    /** Returns a row with the word that was drawn, or else the one that its name has already. */
    private static RosterRow worded(RosterRow row, Optional<Roster> before, RosterWords drawn) {
        return row.withWord(drawn.stored(row.name())
                .or(() -> before.flatMap(roster -> roster.row(row.name())).flatMap(RosterRow::word)));
    }

    private static CommandResult words(OpenClass open, Roster roster) throws IOException {
        RosterWords words = missing(open, roster, roster.rows());
        Roster kept = changed(
                open,
                rows -> Roster.of(rows.rows().stream()
                        .map(row -> worded(row, Optional.of(rows), words))
                        .toList()));
        return table(open, kept, words, "");
    }

    /** Draws another word for a name on the roster, or reads a file and draws the words that its names lack. */
    private static CommandResult wordsOf(OpenClass open, String operand) throws IOException {
        Optional<RosterRow> row = open.row(operand);
        if (row.isPresent()) {
            Arguments.require(
                    roster(open).hasWords(),
                    "no words are asked for yet; nabla class roster --words draws one per name");
            RosterWords words = RosterWords.draw(List.of(row.get()), now(open));
            StudentName name = row.get().name();
            Roster kept = changed(open, rows -> rows.row(name)
                    .map(known -> rows.with(known.withWord(words.stored(name))))
                    .orElse(rows));
            Optional<Student> joined = open.store().named(name).map(Account::student);
            if (joined.isPresent()) {
                ClassStore.done(open.store().change(joined.get(), known -> known.guarded(WrongPins.NONE)));
            }
            return table(open, kept, words, "");
        }
        FileAccess disk = open.given().console().disk();
        Arguments.require(
                operand.equals(Inputs.STREAM) || disk.has(disk.at(operand, "file like names.csv", "do it there")),
                "'" + operand + "' is neither a name on the roster nor a file; nabla class roster lists the names");
        return replace(open, operand);
    }

    /** Returns a message and the words to hand out, one row per name; in CSV and JSON the words alone. */
    private static CommandResult table(OpenClass open, Roster kept, RosterWords words, String message) {
        Arguments given = open.given();
        List<RosterRow> rows = words.handedOut(kept);
        if (rows.isEmpty()) {
            return done(
                    open, message.isEmpty() ? "every name has a word; " + WORDS + " NAME draws another\n" : message);
        }
        if (given.json()) {
            return CommandResult.ok(Json.object(Json.members(
                    "words",
                    rows.stream()
                            .map(row -> Json.members(
                                    "student", row.name().text(),
                                    "id", row.id(),
                                    "group", row.group(),
                                    "word", words.text(row.name())))
                            .toList())));
        }
        Listing listing = new Listing().add("student", "id", "group", "word");
        rows.forEach(row -> listing.add(row.name(), row.id(), row.group(), words.text(row.name())));
        return CommandResult.ok(
                given.has(CSV)
                        ? listing.csv()
                        : message + given.text(listing)
                                + "\n(hand them out now: a word is not shown again, and lets its name join until "
                                + open.info().clock(now(open).plus(JoinWord.GOOD_FOR)) + ")\n");
    }
}
