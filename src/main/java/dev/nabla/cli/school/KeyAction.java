package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.math.BadInput;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.AuthorizedKey;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code nabla class key NAME}: prints the keys of a student, adds one, or removes all. */
record KeyAction() implements OpenClassAction {
    private static final String ADD = "--add";
    private static final String FORGET = "--forget";

    @Override
    public void declare(Options options) {
        options.summary("say or change the keys of a student; --forget shows a word for another")
                .operand("NAME", "the student's name")
                .atMostOneOf(
                        change -> change.named(
                                        ADD, "FILE", "the key in this file may log in as well; - for standard input")
                                .flag(FORGET, "take all keys away"),
                        "give " + ADD + " or " + FORGET + ", not both")
                .classes()
                .notes(
                        "Example: nabla class key ada --add id_ed25519.pub --class maths-10b",
                        "Example: nabla class key ada --forget --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        Student student = open.student(0);
        if (given.has(FORGET)) {
            return open.reset(student, Account::withoutKeys, "no key any more");
        }
        if (given.has(ADD)) {
            Fingerprint key = fingerprint(given, given.value(ADD).orElseThrow());
            Arguments.require(
                    ClassStore.done(open.store().change(student, known -> known.and(Set.of(key))))
                            .isPresent(),
                    "this key is "
                            + open.store()
                                    .studentOf(key)
                                    .map(other -> other.name().text())
                                    .orElse("another student") + "'s already; a key is one student's");
        }
        Account account = open.account(student.name().text());
        String keys =
                account.keys().stream().map(key -> key.text() + "\n").sorted().collect(Collectors.joining());
        return CommandResult.ok(keys.isEmpty() ? student.name() + " has no key\n" : keys);
    }

    /**
     * Returns the fingerprint of the first key in a file.
     *
     * @throws BadInput if the file holds no key or cannot be read
     */
    private static Fingerprint fingerprint(Arguments given, String file) {
        String which = "; type the one that ends in .pub";
        byte[] bytes = Inputs.named(
                file + ":",
                () -> Inputs.bytes(
                        () -> file.equals(Inputs.STREAM)
                                ? given.console().streams().in()
                                : given.console().disk().open(file, which, "send it"),
                        1,
                        "that is no key"));
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .flatMap(KeyAction::keys)
                .findFirst()
                .orElseThrow(() -> BadInput.usage("bad_key", file + " holds no public key of OpenSSH" + which));
    }

    /**
     * Returns the key on a line, whatever options restrict its use elsewhere. Empty if the line is a comment or no key.
     */
    private static Stream<Fingerprint> keys(String line) {
        try {
            return AuthorizedKey.read(line).map(AuthorizedKey::key).stream();
        } catch (BadInput unreadable) {
            return Stream.empty();
        }
    }
}
