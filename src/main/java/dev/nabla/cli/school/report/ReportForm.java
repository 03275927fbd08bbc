package dev.nabla.cli.school.report;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.Inputs;
import dev.nabla.file.WholeFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of the report on a class. */
public enum ReportForm {
    TEXT(""),
    JSON(Options.JSON),
    CSV("--csv"),
    MISTAKES("--mistakes"),
    WIDE("--wide"),
    WIDE_CSV("--wide"),
    GRADEBOOK("--for"),
    PAGE("--html");

    public static final String FOR = GRADEBOOK.option;
    public static final String HTML = PAGE.option;
    public static final String ID_COLUMN = "--id-column";
    public static final String HIDE_NAMES = "--hide-names";
    public static final String TRUST = "--trust";
    public static final String SINCE = "--since";

    private final String option;

    ReportForm(String option) {
        this.option = option;
    }

    public String option() {
        return option;
    }

    /** Returns the form that was asked for. */
    public static ReportForm of(Arguments given) {
        if (given.json()) {
            return JSON;
        }
        if (given.has(HTML)) {
            return PAGE;
        }
        if (given.has(FOR)) {
            return GRADEBOOK;
        }
        if (given.has(WIDE.option)) {
            return given.has(CSV.option) ? WIDE_CSV : WIDE;
        }
        if (given.has(CSV.option)) {
            return given.has(MISTAKES.option) ? MISTAKES : CSV;
        }
        return TEXT;
    }

    boolean hasPoints() {
        return switch (this) {
            case JSON, WIDE, WIDE_CSV, GRADEBOOK, PAGE -> true;
            case TEXT, CSV, MISTAKES -> false;
        };
    }

    /** Returns whether the report itself lists inconsistent entries. */
    boolean listsFaults() {
        return this == TEXT || this == JSON;
    }

    /** Returns the file for the page, which can be written; empty if the report goes to standard output. */
    Optional<WholeFile> page(Arguments given) {
        return given.value(HTML).filter(name -> !name.equals(Inputs.STREAM)).map(name -> given.console()
                .disk()
                .replaceable(name, "report like maths-10b.html", ReportHtml.BEGINNING, "type -"));
    }

    /** Returns the warnings about students who are left out of a gradebook. */
    String warnings(PointsTable points) {
        if (this != GRADEBOOK) {
            return "";
        }
        StringBuilder warnings = new StringBuilder();
        List<String> without = points.withoutId();
        if (!without.isEmpty()) {
            warnings.append(CommandResult.errorLine("left out, as the roster has no id for them: "
                    + String.join(", ", without) + "; nabla class roster FILE sets ids"));
        }
        for (Map.Entry<String, List<String>> shared : points.sharedIds().entrySet()) {
            warnings.append(CommandResult.errorLine("left out, as they share the id " + shared.getKey() + ": "
                    + String.join(", ", shared.getValue()) + "; give each another id"));
        }
        return warnings.toString();
    }
}
