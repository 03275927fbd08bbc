package dev.nabla.cli.school.report;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.file.WholeFile;
import dev.nabla.lesson.Course;
import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code nabla class report}: has a class, or a folder of exported journals, collected into a report, and the report
 * printed in the form that was asked for.
 */
final class ReportMaker {
    private final Arguments given;
    private final ReportForm form;
    /** The file for the page; empty if the report goes to standard output. */
    private final Optional<WholeFile> page;

    private final ReportCollector collector;

    /**
     * Starts a report.
     *
     * @throws BadInput if an option cannot be read or the file for the page cannot be written, before anything is read
     */
    private ReportMaker(Arguments given, Course course, ClassInfo info) {
        this.given = given;
        form = ReportForm.of(given);
        page = given.value(ReportForm.HTML)
                .filter(name -> !name.equals(Inputs.STREAM))
                .map(name -> given.console()
                        .disk()
                        .replaceable(name, "report like maths-10b.html", HtmlPrinter.BEGINNING, "type -"));
        collector = new ReportCollector(given, course, info);
    }

    static CommandResult ofClass(Arguments given, Course course, ClassStore store) throws IOException {
        ReportMaker maker = new ReportMaker(given, course, store.info());
        return maker.reply(maker.collector.ofClass(store), "");
    }

    /** Reports on a folder of exported journals. */
    static CommandResult ofFolder(Arguments given, String dir) throws IOException {
        ClassInfo info = new ClassInfo(
                "Exported journals",
                Optional.empty(),
                given.console().learner().clock().getZone(),
                Optional.empty(),
                List.of());
        ReportMaker maker = new ReportMaker(given, given.course(), info);
        ClassFolder folder = ClassFolder.read(given.console().disk(), dir, maker.collector::addExported);
        return maker.reply(maker.collector.ofExported(folder.leftOut()), folder.warnings());
    }

    private CommandResult reply(ReportedClass report, String warnings) {
        List<String> missing = form.warnings(report);
        String out = form.print(report, given);
        boolean complete = missing.isEmpty()
                && report.faults().isEmpty()
                && report.leftOut().isEmpty();
        return new CommandResult(
                complete ? ExitCode.OK : ExitCode.IN_PART,
                page.isPresent() ? written(page.get(), out) : out,
                warnings
                        + String.join(
                                "",
                                missing.stream().map(CommandResult::errorLine).toList()));
    }

    private String written(WholeFile page, String html) {
        String name = given.value(ReportForm.HTML).orElseThrow();
        FileAccess.writePrivate(page, name, html);
        return given.forDisplay("report written to " + name);
    }
}
