package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.output.Json;
import dev.nabla.room.account.Account;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code nabla class list}: prints who has joined the class. */
record ListAction() implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary("who is in it, and since when")
                .json()
                .classes()
                .notes("Example: nabla class list --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        return CommandResult.ok(list(given, open));
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
        return accounts.isEmpty() ? "nobody has joined yet\n" : open.given().text(rows) + "\n";
    }
}
