package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.ClassAction;
import dev.nabla.output.ExitCode;
import dev.nabla.output.JsonLine;
import dev.nabla.room.ServerStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@code nabla class status}: prints the status of the server of the class. */
record StatusAction() implements ClassAction {
    @Override
    public void declare(Options options) {
        options.summary("how the server is; exit 69 if none runs, 74 if it cannot write")
                .json()
                .classes()
                .notes("Example: nabla class status --class maths-10b");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        Classes.ClassStatus status = given.console().classes().status(place);
        Clock clock = given.console().learner().clock();
        Optional<JsonLine> report = status.report().map(JsonLine::read);
        Optional<Instant> at = report.map(line -> Instant.parse(line.text("at")));
        boolean fresh =
                at.filter(then -> ServerStatus.isFresh(then, clock.instant())).isPresent();
        if (!fresh && !status.runs()) {
            return CommandResult.complaint(
                    ExitCode.UNAVAILABLE, "no server runs for this class; start it with nabla serve");
        }
        if (report.isEmpty()) {
            return CommandResult.complaint(
                    ExitCode.LATER,
                    "nabla serve runs, and has written no status yet; try again, or make room on its disk");
        }
        String out = given.json() ? status.report().get() : given.forDisplay(lines(report.get(), clock.getZone()));
        if (status.runs() && ServerStatus.isOverdue(at.get(), clock.instant())) {
            return new CommandResult(ExitCode.CANNOT_WRITE, out, "")
                    .withWarnings(List.of("nabla serve runs, but has written no status since "
                            + clock(report.get().text("at"), clock.getZone())
                            + "; look at its terminal, and whether its disk is full"));
        }
        return CommandResult.ok(out);
    }

    private static String lines(JsonLine report, ZoneId zone) {
        Listing rows = new Listing()
                .add("open since", clock(report.text("since"), zone))
                .add("port", report.text("port"))
                .add(
                        "students",
                        report.optional("students").map(here -> here + " of ").orElse("at most ")
                                + report.text("max_sessions"))
                .add("sessions", report.text("sessions"))
                .add(
                        "keys wait",
                        "half up to " + report.text("waited_p50_ms") + " ms, 99 of 100 up to "
                                + report.text("waited_p99_ms") + " ms")
                .add(
                        "last write",
                        report.optional("last_write").map(at -> clock(at, zone)).orElse("none yet"))
                .add(
                        "memory",
                        report.text("heap_mb") + " of " + report.text("max_heap_mb") + " MB, " + report.text("threads")
                                + " threads");
        report.optional("behind_since")
                .ifPresent(since -> rows.add(
                        "answers wait",
                        report.optional("waiting").map(entries -> entries + " ").orElse("") + "since "
                                + clock(since, zone)));
        return rows.text();
    }

    private static String clock(String instant, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.parse(instant), zone)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
