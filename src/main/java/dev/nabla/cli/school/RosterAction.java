package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import dev.nabla.room.Account;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.Student;
import dev.nabla.room.StudentName;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code nabla class roster [FILE]}: prints the names that may join, or changes them. */
record RosterAction() implements OpenClassAction {
    private static final String ADD = "--add";
    private static final String REMOVE = "--remove";
    private static final String NONE = "--none";
    private static final String ID = "--id";
    private static final String GROUP = "--group";
    private static final String WORDS = "--words";
    private static final String NO_WORDS = "--no-words";
    private static final String CSV = "--csv";

    @Override
    public String summary() {
        return "the names that may join; a CSV file sets them, --words draws a word per name";
    }

    @Override
    public void declare(Options options) {
        options.operand(Options.positional("[FILE]", "CSV file with the names; - for standard input; see below")
                        .type(File.class))
                .group(
                        ArgGroupSpec.builder()
                                .addArg(Options.valued(ADD, null, "let this name join, too")
                                        .paramLabel("NAME")
                                        .type(String.class)
                                        .build())
                                .addArg(Options.valued(REMOVE, null, "take this name off the roster")
                                        .paramLabel("NAME")
                                        .type(String.class)
                                        .build())
                                .addArg(Options.flagged(NONE, "remove the roster: any name may join")
                                        .build())
                                .addArg(Options.flagged(NO_WORDS, "ask for the class code again, not for words")
                                        .build())
                                .build(),
                        "give one of " + String.join(", ", ADD, REMOVE, NONE, NO_WORDS))
                .named(ID, "ID", "with " + ADD + ": the student's id elsewhere")
                .named(GROUP, "GROUP", "with " + ADD + ": the student's group")
                .flag(WORDS, "draw a word for each name that has none, asked in place of the class code")
                .flag(CSV, "print as comma-separated values")
                .json()
                .classes();
    }

    @Override
    public void describe(UsageMessageSpec help) {
        List<String> footer = new ArrayList<>(List.of(""));
        footer.addAll(RosterFile.HELP);
        footer.addAll(List.of(
                "",
                "A file replaces the roster. Names that stay keep their words, and students who have joined stay",
                "in any case. Words are printed once, when they are drawn; " + WORDS + " NAME draws another.",
                "",
                "Example: nabla class roster names.csv --class maths-10b",
                "Example: nabla class roster --words --class maths-10b",
                "Example: nabla class roster --add dora --group 2 --class maths-10b",
                "Example: nabla class roster --class maths-10b"));
        help.footer(footer.toArray(String[]::new));
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        Optional<String> file = given.operand(0);
        boolean changes = given.has(ADD) || given.has(REMOVE) || given.has(NONE) || given.has(NO_WORDS);
        Arguments.require(
                file.isEmpty() || !changes, "a FILE replaces the roster; give it without " + ADD + " and the like");
        Arguments.require(
                given.has(ADD)
                        || given.value(ID).isEmpty() && given.value(GROUP).isEmpty(),
                ID + " and " + GROUP + " go with " + ADD);
        Arguments.require(
                !given.has(WORDS) || !(given.has(REMOVE) || given.has(NONE) || given.has(NO_WORDS)),
                WORDS + " goes with a FILE, a NAME or " + ADD);
        if (given.has(NONE)) {
            ClassStore.done(open.store().changeRoster(roster -> Optional.empty()));
            return CommandResult.ok("no roster: any name may join\n");
        }
        if (given.has(NO_WORDS)) {
            require(open);
            Optional<Roster> kept =
                    ClassStore.done(open.store().changeRoster(roster -> roster.map(Roster::withoutWords)));
            return CommandResult.ok(standing(open, kept.orElseThrow())
                    + "Words are not asked for any more: with the class code, the first to come has a name.\n");
        }
        if (given.has(REMOVE)) {
            return remove(open, given.value(REMOVE).orElseThrow());
        }
        if (given.has(ADD)) {
            return add(open);
        }
        if (file.isEmpty()) {
            return given.has(WORDS) ? words(open, "") : print(open);
        }
        return given.has(WORDS) ? wordsOf(open, file.get()) : replace(open, file.get());
    }

    /** Draws another word for a name on the roster, or reads a file and draws the words that its names lack. */
    private static CommandResult wordsOf(OpenClass open, String operand) throws IOException {
        Optional<RosterRow> row = row(open, operand);
        if (row.isPresent()) {
            return another(open, row.get());
        }
        FileAccess disk = open.given().console().disk();
        Arguments.require(
                operand.equals(Inputs.STREAM) || disk.has(disk.at(operand, "file like names.csv", "do it there")),
                "'" + operand + "' is neither a name on the roster nor a file; nabla class roster lists the names");
        return replace(open, operand);
    }

    private static void require(OpenClass open) {
        Arguments.require(
                open.store().roster().isPresent(), "this class has no roster; nabla class roster FILE.csv makes one");
    }

    /** Returns the row of a name; empty if the text is no name or has no row. */
    private static Optional<RosterRow> row(OpenClass open, String typed) {
        return RosterWords.rows(open.store().roster()).stream()
                .filter(row -> row.name().isSpelled(typed))
                .findFirst();
    }

    private static CommandResult remove(OpenClass open, String typed) throws IOException {
        require(open);
        StudentName name = row(open, typed)
                .map(RosterRow::name)
                .orElseThrow(() -> BadInput.usage(
                        "unknown_student", "'" + typed + "' is not on the roster; nabla class roster lists the names"));
        ClassStore.done(open.store().changeRoster(roster -> roster.map(rows -> rows.without(name))));
        boolean joined = open.store().named(name).isPresent();
        return CommandResult.ok(name + " is off the roster"
                + (joined ? "; " + name + " has joined and stays until nabla class erase" : "") + "\n");
    }

    private static CommandResult add(OpenClass open) throws IOException {
        Arguments given = open.given();
        StudentName name = new StudentName(given.value(ADD).orElseThrow());
        require(open);
        String id = RosterFile.text(given.value(ID).orElse(""));
        String group = RosterFile.text(given.value(GROUP).orElse(""));
        ClassStore.done(open.store()
                .changeRoster(roster -> roster.map(rows ->
                        rows.with(new RosterRow(name, id, group, rows.row(name).flatMap(RosterRow::word))))));
        return words(open, name + " is on the roster\n");
    }

    private static CommandResult replace(OpenClass open, String file) throws IOException {
        List<RosterRow> rows = RosterFile.read(open.given(), file).rows();
        Roster kept = ClassStore.done(open.store()
                        .changeRoster(before -> Optional.of(Roster.of(rows.stream()
                                .map(row -> row.withWord(before.flatMap(known -> known.row(row.name()))
                                        .flatMap(RosterRow::word)))
                                .toList()))))
                .orElseThrow();
        return words(open, standing(open, kept));
    }

    /** Draws the missing words, if the class has words or they are asked for. Returns them below a message. */
    private static CommandResult words(OpenClass open, String message) throws IOException {
        require(open);
        boolean wanted = open.given().has(WORDS)
                || open.store().roster().filter(Roster::hasWords).isPresent();
        if (!wanted) {
            return CommandResult.ok(message);
        }
        Map<String, String> drawn =
                RosterWords.draw(open.store(), row -> row.word().isEmpty());
        String none = message.isEmpty() ? "every name has a word; " + WORDS + " NAME draws another\n" : message;
        return drawn.isEmpty() ? CommandResult.ok(none) : table(open, drawn, message);
    }

    private static CommandResult another(OpenClass open, RosterRow row) throws IOException {
        Map<String, String> drawn = RosterWords.draw(
                open.store(), other -> other.name().key().equals(row.name().key()));
        return table(open, drawn, "");
    }

    /** Returns the words to hand out, one row per name. A message precedes them in text only. */
    private static CommandResult table(OpenClass open, Map<String, String> drawn, String message) {
        Arguments given = open.given();
        List<RosterRow> rows = RosterWords.rows(open.store().roster()).stream()
                .filter(row -> drawn.containsKey(row.name().key()))
                .toList();
        if (given.json()) {
            return CommandResult.ok(Json.object(Json.members(
                    "words",
                    rows.stream()
                            .map(row -> Json.members(
                                    "student", row.name().text(),
                                    "id", row.id(),
                                    "group", row.group(),
                                    "word", drawn.get(row.name().key())))
                            .toList())));
        }
        Listing listing = new Listing().add("student", "id", "group", "word");
        rows.forEach(row -> listing.add(
                row.name(), row.id(), row.group(), drawn.get(row.name().key())));
        return CommandResult.ok(
                given.has(CSV)
                        ? listing.csv()
                        : message + listing.text() + "\n(hand them out now: a word is not shown again)\n");
    }

    /** Returns how many of the names have joined, and who has joined without being on the roster. */
    private static String standing(OpenClass open, Roster roster) {
        List<StudentName> names = open.store().accounts().stream()
                .map(Account::student)
                .map(Student::name)
                .toList();
        List<StudentName> others =
                names.stream().filter(name -> roster.row(name).isEmpty()).toList();
        int joined = names.size() - others.size();
        return roster.rows().size() + (roster.rows().size() == 1 ? " name" : " names") + " on the roster, " + joined
                + " of them joined\n"
                + (others.isEmpty()
                        ? ""
                        : "not on it, but in the class: "
                                + others.stream().map(StudentName::text).collect(Collectors.joining(", "))
                                + "; they stay until nabla class erase\n");
    }

    private static CommandResult print(OpenClass open) {
        Arguments given = open.given();
        Optional<Roster> roster = open.store().roster();
        if (given.json()) {
            return CommandResult.ok(Json.object(Json.members(
                    "roster",
                    roster.isEmpty()
                            ? null
                            : RosterWords.rows(roster).stream()
                                    .map(row -> json(open, row))
                                    .toList())));
        }
        if (roster.isEmpty() && !given.has(CSV)) {
            return CommandResult.ok("no roster: any name may join; nabla class roster FILE.csv makes one\n");
        }
        Listing rows = new Listing().add("student", "id", "group", "joined", "word");
        RosterWords.rows(roster)
                .forEach(row -> rows.add(
                        row.name(),
                        row.id(),
                        row.group(),
                        open.store()
                                .named(row.name())
                                .map(account -> open.info().clock(account.joined()))
                                .orElse("-"),
                        row.word().isPresent()));
        return CommandResult.ok(
                given.has(CSV) ? rows.csv() : rows.text() + "\n" + standing(open, roster.orElseThrow()));
    }

    private static Map<String, Object> json(OpenClass open, RosterRow row) {
        return Json.members(
                "student", row.name().text(),
                "id", row.id(),
                "group", row.group(),
                "joined",
                        open.store()
                                .named(row.name())
                                .map(account -> account.joined().toString())
                                .orElse(null),
                "word", row.word().isPresent());
    }
}
