package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.Command;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.JsonLine;
import dev.nabla.room.Account;
import dev.nabla.room.ClassStore.Refused;
import dev.nabla.room.ServerStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code nabla class …}: what a class has mastered and where it errs, and what a teacher may change about it. */
public record ClassCommand() implements Command {
    @Override
    public Options options(List<String> arguments) {
        List<String> footer = new ArrayList<>(List.of("", "What can be done, and the words it takes:", ""));
        footer.addAll(ClassAction.lines());
        footer.addAll(List.of(
                "",
                "Whatever is done to a class can be done while it is served, too. WHEN is a time of its zone, like",
                "2026-12-01T18:00; a later answer is marked in the report, never refused.",
                "",
                "A report grades an answer to a question that is today as it was asked again, and counts what it is.",
                "Answers that say otherwise, are there before or in another journal too, are filed under another",
                "section or dated in the future, and files left out are named; then the exit code is "
                        + ExitCode.IN_PART.code() + ".",
                "",
                "Example: nabla class new maths-10b --title 'Maths 10b'",
                "Example: nabla class due 02 2026-12-01T18:00 --class maths-10b",
                "Example: nabla class report --class maths-10b --csv",
                "Example: nabla class report journals"));
        return new Options()
                .operand("ACTION", ClassAction.names(), String.join(", ", ClassAction.names()))
                .operand("[DIR]", "a folder, or the word that the action takes")
                .operand("[SECOND]", "the second word")
                .classes()
                .json()
                .flag(ClassAction.CSV, "comma-separated values: a line a student and section, or a line a vote's kind")
                .flag(ClassAction.MISTAKES, "with report --csv: a line a misconception instead")
                .flag(ClassAction.TRUST, "believe the journals which answers are right, instead of grading them again")
                .named(ClassAction.SINCE, "WHEN", "report what was done from then on")
                .named(ClassAction.FOR, "NAME", "a date for one student alone")
                .flag(ClassAction.NONE, "no date any more")
                .named(ClassAction.ADD, "FILE", "the key in this file may log in as well; - for standard input")
                .flag(ClassAction.FORGET, "all keys, or the PIN, of a student")
                .flag(ClassAction.FRESH, "draw another class code")
                .named(ClassAction.TITLE, "TITLE", "what the class is called")
                .flag(ClassAction.ALL, "erase everybody")
                .flag(Options.YES, "erase without asking")
                .lessons()
                .footer(footer.toArray(String[]::new));
    }

    @Override
    public Reply run(Arguments given) {
        ClassAction action = ClassAction.of(given);
        ClassReporting.require(given);
        Classes.Place place = Classes.Place.of(given);
        try {
            return switch (action) {
                case NEW -> ClassChange.make(given, place);
                case STATUS -> status(given, place);
                case IMPORT -> ClassMove.of(given).in(place);
                default ->
                    action == ClassAction.REPORT && given.operand(1).isPresent()
                            ? ClassReporting.of(given, given.operand(1).get())
                            : opened(action, given, place);
            };
        } catch (IOException unusable) {
            return refused(unusable, place);
        } catch (UncheckedIOException unusable) {
            return refused(unusable.getCause(), place);
        }
    }

    private static Reply refused(IOException why, Classes.Place place) {
        return switch (why instanceof Refused refused ? refused.reason() : Refused.Reason.UNUSABLE) {
            case ABSENT ->
                Reply.complaint(
                        ExitCode.USAGE,
                        why.getMessage() + "; name another with --class, or make one: " + ClassAction.NEW.usage());
            case EXISTS -> Reply.complaint(ExitCode.USAGE, why.getMessage() + "; type another folder");
            default ->
                Reply.complaint(
                        place.url().isPresent() ? ExitCode.UNAVAILABLE : ExitCode.CANNOT_WRITE, why.getMessage());
        };
    }

    private static Reply opened(ClassAction action, Arguments given, Classes.Place place) throws IOException {
        return given.console().classes().open(place, Optional.empty(), store -> {
            OpenClass open = new OpenClass(given, store);
            ClassChange change = new ClassChange(given, open);
            return switch (action) {
                case CODE -> change.code();
                case DUE -> change.due();
                case KEY -> change.key();
                case PIN -> change.pin();
                case RENAME -> change.rename();
                case ERASE -> change.erase();
                case REPORT -> ClassReporting.of(given, open);
                case EXPORT -> ClassMove.of(given).out(open);
                case POLLS -> Reply.ok(new ClassPolls(open).told());
                default -> Reply.ok(list(given, open));
            };
        });
    }

    private static String list(Arguments given, OpenClass open) {
        List<Account> accounts = open.store().accounts();
        if (given.json()) {
            List<Map<String, Object>> students = accounts.stream()
                    .map(account -> Json.members(
                            "student", account.student().name().text(),
                            "joined", account.joined().toString(),
                            "keys",
                                    account.keys().stream()
                                            .map(Account.Fingerprint::text)
                                            .sorted()
                                            .toList(),
                            "pin", account.pin().isPresent()))
                    .toList();
            return Json.object(Json.members("title", open.info().title(), "students", students));
        }
        Listing rows = new Listing().add("student", "joined", "keys", "PIN");
        accounts.forEach(account -> rows.add(
                account.student().name(),
                open.info().clock(account.joined()),
                account.keys().size(),
                account.pin().isPresent()));
        return accounts.isEmpty() ? "nobody has joined yet\n" : rows.text() + "\n";
    }

    /** What the server says of itself, if there is one. */
    private static Reply status(Arguments given, Classes.Place place) throws IOException {
        Classes.Status status = given.console().classes().status(place);
        Clock clock = given.console().learner().clock();
        Optional<JsonLine> told = status.told().map(JsonLine::read);
        Optional<Instant> at = told.map(line -> Instant.parse(line.text("at")));
        boolean fresh =
                at.filter(then -> ServerStatus.isFresh(then, clock.instant())).isPresent();
        if (!fresh && !status.runs()) {
            return Reply.complaint(ExitCode.UNAVAILABLE, "no nabla serve runs on this class");
        }
        if (told.isEmpty()) {
            return Reply.complaint(
                    ExitCode.LATER,
                    "nabla serve runs, and has written no status yet; try again, or make room on its disk");
        }
        String out = given.json() ? status.told().get() : given.spelt(lines(told.get(), clock.getZone()));
        List<String> doubts = fresh
                ? List.of()
                : List.of("nabla serve runs, but has written no status since "
                        + clock(told.get().text("at"), clock.getZone())
                        + "; look at its terminal, and whether its disk is full");
        return Reply.ok(out).noting(doubts);
    }

    private static String lines(JsonLine told, ZoneId zone) {
        Listing rows = new Listing()
                .add("open since", clock(told.text("since"), zone))
                .add("port", told.text("port"))
                .add(
                        "students",
                        told.optional("students").map(here -> here + " of ").orElse("at most ")
                                + told.text("max_sessions"))
                .add("sessions", told.text("sessions"))
                .add(
                        "keys wait",
                        "half up to " + told.text("waited_p50_ms") + " ms, 99 of 100 up to "
                                + told.text("waited_p99_ms") + " ms")
                .add(
                        "last write",
                        told.optional("last_write").map(at -> clock(at, zone)).orElse("none yet"))
                .add(
                        "memory",
                        told.text("heap_mb") + " of " + told.text("max_heap_mb") + " MB, " + told.text("threads")
                                + " threads");
        told.optional("behind_since")
                .ifPresent(since -> rows.add(
                        "answers wait",
                        told.optional("waiting").map(entries -> entries + " ").orElse("") + "since "
                                + clock(since, zone)));
        return rows.text();
    }

    private static String clock(String instant, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.parse(instant), zone)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, Optional.empty());
    }
}
