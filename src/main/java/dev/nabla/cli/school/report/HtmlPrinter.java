package dev.nabla.cli.school.report;

import dev.nabla.cli.school.report.ReportedClass.SectionSummary;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.output.Html;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/**
 * Prints a report as one static page of HTML, to be shown and printed. It loads nothing and runs nothing: its policy
 * admits one style sheet, that of the page, by its digest.
 */
record HtmlPrinter(ReportedClass report) {
    /** Beginning of a page, by which a page of nabla is recognised. */
    static final String BEGINNING = "<!DOCTYPE html>\n<!-- nabla class report -->\n";

    private static final String STYLE =
            """
            :root{color-scheme:light;--line:#c9ccd1;--soft:#f3f4f6}
            body{font:15px/1.45 system-ui,sans-serif;color:#16181d;background:#fff;margin:2rem auto;max-width:76rem;\
            padding:0 1rem}
            h1{font-size:1.5rem;margin:0}
            h2{font-size:1.1rem;margin:2rem 0 .5rem}
            p{margin:.3rem 0}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            caption{text-align:left;color:#555b66;padding:.3rem 0}
            th,td{border:1px solid var(--line);padding:.2rem .5rem;text-align:center}
            th:first-child,td.text{text-align:left}
            th{background:var(--soft);font-weight:600}
            tbody th{background:none;overflow-wrap:anywhere;min-width:7rem}
            td.number{text-align:right;white-space:nowrap}
            .M{background:#1f7a4d;color:#fff}
            .r{background:#cfe8d8}
            .a{background:#fdf0c4}
            ul{columns:22rem;padding-left:1.2rem;margin:.3rem 0}
            @page{size:landscape;margin:12mm}
            @media print{body{margin:0;max-width:none;font-size:10px}.wide{overflow:visible}thead{display:table-header-group}\
            tfoot{display:table-row-group}tr,li{break-inside:avoid}*{print-color-adjust:exact}th,td{padding:.1rem .3rem}}
            """;

    String html() {
        return BEGINNING + "<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                + digest(STYLE)
                + "'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<meta name=\"robots\" content=\"noindex\">\n"
                + "<title>" + Html.escaped(report.info().title()) + "</title>\n"
                + "<style>" + STYLE + "</style>\n</head>\n<body>\n"
                + "<h1>" + Html.escaped(report.info().title()) + "</h1>\n"
                + "<p>"
                + WorkedSteps.count(report.students().size(), "student")
                + " &#183; " + Html.escaped(clock(report.now())) + "</p>\n"
                + students() + sections() + mistakes() + "</body>\n</html>\n";
    }

    private String clock(Instant moment) {
        return report.info().clock(moment).replace('T', ' ');
    }

    /** Returns the source that a policy names for an inline style sheet with this content. */
    private static String digest(String style) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private String students() {
        StringBuilder table = new StringBuilder("<h2>Sections</h2>\n<div class=\"wide\"><table>\n<caption>")
                .append(Html.escaped(SectionStanding.LEGEND))
                .append("</caption>\n<thead><tr>")
                .append(head("col", "student"));
        for (SectionSummary section : report.sections()) {
            table.append("<th scope=\"col\" title=\"")
                    .append(Html.escaped(section.section().title()))
                    .append("\">")
                    .append(Html.escaped(section.id()))
                    .append("</th>");
        }
        table.append(head("col", "right")).append(head("col", "points")).append("</tr></thead>\n<tbody>\n");
        report.students().forEach(student -> table.append(row(student)));
        table.append("</tbody>\n<tfoot><tr>").append(head("row", "mastered by"));
        for (SectionSummary section : report.sections()) {
            table.append(cell("none", String.valueOf(section.masters())));
        }
        return table.append("<td></td><td></td></tr></tfoot>\n</table></div>\n").toString();
    }

    private static String row(ReportedStudent student) {
        StringBuilder row =
                new StringBuilder("<tr><th scope=\"row\"><bdi>" + Html.escaped(student.name()) + "</bdi></th>");
        student.sections().forEach(result -> {
            String letter = result.standing().letter();
            row.append(cell(result.standing() == SectionStanding.NOTHING_YET ? "none" : letter, letter));
        });
        return row.append(cell("number", student.right().toString()))
                .append(cell("number", student.points().total()))
                .append("</tr>\n")
                .toString();
    }

    /** Returns what the numbers of the sections mean, and when each is due for the class. */
    private String sections() {
        StringBuilder list = new StringBuilder("<ul>\n");
        for (SectionSummary section : report.sections()) {
            String due = section.due().map(at -> ", due " + clock(at)).orElse("");
            list.append("<li>")
                    .append(Html.escaped(section.id() + " " + section.section().title() + due))
                    .append("</li>\n");
        }
        return list.append("</ul>\n").toString();
    }

    private String mistakes() {
        if (report.mistakes().isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("<h2>Mistakes</h2>\n<div class=\"wide\"><table>\n<thead><tr>"
                + head("col", "mistake") + head("col", "students") + head("col", "times") + head("col", "questions")
                + head("col", "what is told") + "</tr></thead>\n<tbody>\n");
        report.mistakes().forEach(made -> table.append("<tr>")
                .append(head("row", made.label()))
                .append(cell("number", String.valueOf(made.count().students())))
                .append(cell("number", String.valueOf(made.count().times())))
                .append(cell("text", made.items()))
                .append(cell("text", made.told()))
                .append("</tr>\n"));
        return table.append("</tbody>\n</table></div>\n").toString();
    }

    private static String head(String scope, String words) {
        return "<th scope=\"" + scope + "\">" + Html.escaped(words) + "</th>";
    }

    private static String cell(String style, String words) {
        return "<td class=\"" + style + "\">" + Html.escaped(words) + "</td>";
    }
}
