package dev.nabla.cli.command;

import dev.nabla.cli.Archive;
import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code nabla doctor}: prints what was detected about this terminal, and why. */
record DoctorCommand() implements Command {
    /**
     * Characters that terminals for Chinese, Japanese and Korean may draw two cells wide, above the same number of
     * ASCII characters.
     */
    private static final String RULER =
            """


            ──────→ ∇ θ·×█│
            --------------|
            If the two lines above differ in width, this terminal draws some characters two cells wide: start
            nabla learn --glyphs ascii, or write glyphs = ascii into the config.""";

    @Override
    public void declare(Options options) {
        options.summary("say what was detected about this terminal, and why")
                .displayOptions(DisplayProfile.SETTINGS)
                .notes(
                        "After the folder of nabla was copied, it restores the file times that a fast start needs.",
                        "",
                        "Example: nabla doctor");
    }

    @Override
    public CommandResult run(Arguments given) {
        Environment console = given.console();
        DisplayProfile look = given.displayProfile();
        Listing rows = new Listing();
        look.settings().forEach((name, choice) -> rows.add(name, choice.value(), choice.reason()));
        rows.add("clipboard", look.clipboard().value(), look.clipboard().reason());
        rows.add("pictures", look.pictures().value(), look.pictures().reason());
        Optional<Size> size = console.size().get();
        String origin = size.isPresent() ? "asked the terminal" : "no terminal answers";
        rows.add("size", size.map(Size::toString).orElse("none"), origin);
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("config", console.configFile());
        files.put("lessons", console.lessons());
        files.put("journal", console.learner().file());
        files.forEach((name, file) -> addFile(console.disk(), rows, name, file));
        rows.add("java", System.getProperty("java.version"), System.getProperty("java.vm.name"));
        addArchive(rows, console.archive());
        String ruler = look.glyphs().value() == Glyphs.ASCII ? "" : RULER;
        boolean readable = files.values().stream()
                .allMatch(file -> console.disk().whyUnreadable(file).isEmpty());
        return new CommandResult(
                readable ? ExitCode.OK : ExitCode.CANNOT_WRITE,
                given.forDisplay(rows.text() + ruler),
                console.complaints());
    }

    private static void addArchive(Listing rows, Archive archive) {
        boolean used = archive.isUsed();
        String copied = archive.restoreTimes();
        String why = used ? "starts are fast" : "made for another java, or for other options";
        rows.add("archive", used, copied.isEmpty() ? why : copied);
    }

    private static void addFile(FileAccess disk, Listing rows, String name, Path where) {
        disk.whyUnreadable(where)
                .ifPresentOrElse(
                        why -> rows.add(name, "unreadable", why + ": " + where),
                        () -> rows.add(name, disk.has(where) ? "found" : "none", where));
    }
}
