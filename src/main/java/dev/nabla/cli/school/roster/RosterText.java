package dev.nabla.cli.school.roster;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.output.Json;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The roster of a class beside those who have joined, for its teacher. */
record RosterText(OpenClass open) {
    /** Returns how many of the names have joined, and who has joined without being on the roster. */
    String standing(Roster roster) {
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

    /** Returns the roster, as text, CSV or JSON. */
    CommandResult print() {
        Arguments given = open.given();
        Optional<Roster> roster = open.store().roster();
        if (given.json()) {
            return CommandResult.ok(Json.object(Json.members(
                    "roster",
                    roster.map(known -> known.rows().stream().map(this::json).toList())
                            .orElse(null))));
        }
        if (roster.isEmpty() && !given.has(RosterAction.CSV)) {
            return CommandResult.ok("no roster: any name may join; nabla class roster FILE.csv makes one\n");
        }
        Listing rows = new Listing().add("student", "id", "group", "joined", "word");
        roster.map(Roster::rows)
                .orElse(List.of())
                .forEach(row -> rows.add(
                        row.name(),
                        row.id(),
                        row.group(),
                        open.store()
                                .named(row.name())
                                .map(account -> open.info().clock(account.joined()))
                                .orElse(given.has(RosterAction.CSV) ? "" : "-"),
                        row.word().isPresent()));
        return CommandResult.ok(
                given.has(RosterAction.CSV) ? rows.csv() : given.text(rows) + "\n" + standing(roster.orElseThrow()));
    }

    private Map<String, Object> json(RosterRow row) {
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
