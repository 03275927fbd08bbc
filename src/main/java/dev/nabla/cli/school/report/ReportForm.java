package dev.nabla.cli.school.report;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import java.util.ArrayList;
import java.util.List;

/** The form of the report on a class. */
enum ReportForm {
    TEXT(""),
    JSON(Options.JSON),
    CSV("--csv"),
    MISTAKES("--mistakes"),
    WIDE("--wide"),
    WIDE_CSV("--wide"),
    GRADEBOOK("--for"),
    PAGE("--html");

    static final String FOR = GRADEBOOK.option;
    static final String HTML = PAGE.option;
    static final String ID_COLUMN = "--id-column";
    static final String HIDE_NAMES = "--hide-names";
    static final String TRUST = "--trust";
    static final String SINCE = "--since";

    private final String option;

    ReportForm(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }

    /** Returns the form that was asked for. */
    static ReportForm of(Arguments given) {
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

    /** Returns the report in this form. */
    String print(ReportedClass report, Arguments given) {
        return switch (this) {
            case TEXT -> new TextPrinter(report, given.displayProfile().isLineByLine()).text();
            case JSON -> new JsonPrinter(report).json();
            case CSV -> new CsvPrinter(report).results();
            case MISTAKES -> new CsvPrinter(report).mistakes();
            case WIDE -> given.text(new WidePrinter(report).table()) + "\n";
            case WIDE_CSV -> new WidePrinter(report).table().csv();
            case GRADEBOOK -> {
                Gradebook book = Gradebook.named(given.value(FOR).orElseThrow());
                yield new GradebookPrinter(report, book, book.idColumn(given.value(ID_COLUMN))).csv();
            }
            case PAGE -> new HtmlPrinter(report).html();
        };
    }

    /** Returns the warnings about what this form of the report leaves out. */
    List<String> warnings(ReportedClass report) {
        List<String> warnings = new ArrayList<>();
        boolean listsFaults = this == TEXT || this == JSON;
        if (!listsFaults && !report.faults().isEmpty()) {
            warnings.add("some entries are inconsistent; without " + option + " they are listed");
        }
        if (this == GRADEBOOK) {
            warnings.addAll(report.ids().warnings());
        }
        return warnings;
    }
}
