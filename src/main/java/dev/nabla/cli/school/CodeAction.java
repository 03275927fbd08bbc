package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.ClassCode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** {@code nabla class code [WORD]}: prints the class code, or sets another. */
record CodeAction() implements OpenClassAction {
    private static final String FRESH = "--new";
    private static final String OPEN_TO_ALL = "none";
    private static final String STAY = "students who have joined stay, also those who are logged in; without a key they"
            + " type the new code from now on";

    @Override
    public void declare(Options options) {
        options.summary("say the class code, or set another; none lets everybody in")
                .atMostOneOf(
                        code -> code.operand("[WORD]", "the code to set, or none")
                                .flag(FRESH, "draw another class code"),
                        "a word and " + FRESH + " are two codes; name one")
                .classes()
                .notes(
                        "Example: nabla class code --class maths-10b",
                        "Example: nabla class code --new --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        Optional<String> word = given.operand(0);
        Optional<String> wanted =
                given.has(FRESH) ? Optional.of(ClassCode.draw(new SecureRandom())) : word.map(CodeAction::chosen);
        ClassInfo info = wanted.isEmpty()
                ? open.info()
                : ClassStore.done(
                        open.store().change(old -> old.coded(wanted.filter(code -> !code.equals(OPEN_TO_ALL)))));
        CommandResult said = CommandResult.ok(
                info.code().orElse("no code: whoever can connect may join; nabla class code --new draws one") + "\n");
        return wanted.isPresent() && info.code().isPresent() ? said.withWarnings(List.of(STAY)) : said;
    }

    private static String chosen(String word) {
        Arguments.require(
                word.matches("[\\p{L}\\p{N}._-]{4,64}"),
                "'" + word + "' is no class code; type 4 to 64 letters, digits and dashes");
        return word;
    }
}
