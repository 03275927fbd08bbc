package dev.nabla.cli.school.report;

import dev.nabla.cli.ProgressText;
import dev.nabla.cli.school.report.ReportedClass.ToldMistake;
import dev.nabla.cli.school.report.ReportedStudent.SectionResult;
import dev.nabla.output.Json;
import dev.nabla.progress.Finding;
import dev.nabla.room.StudentPoints;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints a report as JSON. */
record JsonPrinter(ReportedClass report) {
    String json() {
        return Json.object(Json.members(
                "students",
                report.students().stream().map(JsonPrinter::student).toList(),
                "mistakes",
                report.mistakes().stream().map(JsonPrinter::mistake).toList(),
                "findings",
                report.findings().stream().map(JsonPrinter::finding).toList(),
                "left_out",
                report.leftOut().entrySet().stream()
                        .map(file -> Json.members("file", file.getKey(), "why", file.getValue()))
                        .toList()));
    }

    private static Map<String, Object> student(ReportedStudent student) {
        Map<String, Object> members = Json.members(
                "student",
                student.name(),
                "sections",
                student.sections().stream()
                        .map(result -> section(result, student.points()))
                        .toList());
        student.enrolment().ifPresent(listed -> {
            members.put("id", listed.id());
            members.put("group", listed.group());
            members.put("joined", listed.joined());
        });
        return members;
    }

    private static Map<String, Object> section(SectionResult result, StudentPoints points) {
        Map<String, Object> members = ProgressText.section(result.section(), result.progress());
        members.put("points", points.number(result.section().id()));
        result.punctuality().ifPresent(when -> {
            members.put("on_time", when.onTime());
            members.put("late", when.late());
        });
        return members;
    }

    private static Map<String, Object> mistake(ToldMistake mistake) {
        return Json.members(
                "misconception", mistake.count().misconception(),
                "students", mistake.count().students(),
                "times", mistake.count().times(),
                "items", mistake.count().items());
    }

    private static Map<String, Object> finding(Finding found) {
        return Json.members(
                "finding", found.kind().name().toLowerCase(Locale.ROOT),
                "fault", found.kind().isFault(),
                "student", found.student(),
                "times", found.times(),
                "places", List.copyOf(found.places().keySet()));
    }
}
