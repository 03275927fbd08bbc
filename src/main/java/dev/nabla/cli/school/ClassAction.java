package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code nabla class} does, and which words and options each of it takes; words in brackets may be left out. */
enum ClassAction {
    NEW("make a class", "DIR", ClassAction.TITLE, Options.LESSONS),
    CODE("say the class code, or set another; none lets everybody in", "[WORD]", ClassAction.FRESH),
    LIST("who is in it, and since when", "", Options.JSON),
    REPORT(
            "who has mastered what; of a class, or of a folder of exported journals",
            "[DIR]",
            ClassAction.CSV,
            ClassAction.MISTAKES,
            ClassAction.TRUST,
            ClassAction.SINCE,
            Options.JSON,
            Options.LESSONS),
    DUE("say when sections are due, or set it", "[SECTION] [WHEN]", ClassAction.FOR, ClassAction.NONE),
    KEY(
            "say or change the keys of a student; --forget shows a word for another",
            "NAME",
            ClassAction.ADD,
            ClassAction.FORGET),
    PIN("take a PIN away; shows a word for another", "NAME", ClassAction.FORGET),
    RENAME("give a student another name", "OLD NEW"),
    POLLS("how the class has voted", "", ClassAction.CSV, Options.JSON),
    STATUS("how the server is; exit 69 if none runs", "", Options.JSON),
    EXPORT("write a class into a folder: journals and students.csv", "DIR"),
    IMPORT("add what an export has written", "DIR"),
    ERASE("forget a student: journal, keys, PIN and votes", "[NAME]", ClassAction.ALL, Options.YES);

    static final String TITLE = "--title";
    static final String FRESH = "--new";
    static final String CSV = "--csv";
    static final String MISTAKES = "--mistakes";
    static final String TRUST = "--trust";
    static final String SINCE = "--since";
    static final String FOR = "--for";
    static final String NONE = "--none";
    static final String ADD = "--add";
    static final String FORGET = "--forget";
    static final String ALL = "--all";

    private final String summary;
    private final List<String> words;
    private final List<String> options;

    ClassAction(String summary, String words, String... options) {
        this.summary = summary;
        this.words = Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toList();
        this.options = List.of(options);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ClassAction::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action that was named; a complaint if it does not take what else was given. */
    static ClassAction of(Arguments given) {
        ClassAction action = values()[names().indexOf(given.action(names()))];
        long many = given.parsed().matchedPositionals().size() - 1L;
        for (int i = 0; i < action.words.size(); i++) {
            Arguments.require(
                    i < many || action.words.get(i).startsWith("["),
                    action.words.get(i) + " is missing: " + action.usage());
        }
        Arguments.require(
                many <= action.words.size(),
                "'" + given.operand(action.words.size() + 1).orElse("") + "' is one argument too many: "
                        + action.usage());
        for (OptionSpec option : given.parsed().matchedOptions()) {
            String name = option.longestName();
            Arguments.require(
                    action.options.contains(name)
                            || List.of(Classes.FOLDER, Classes.URL).contains(name),
                    name + " does not go with nabla class " + action.word() + "; leave it out");
        }
        return action;
    }

    String usage() {
        Stream<String> optional = options.stream().map(option -> "[" + option + "]");
        return Stream.of(Stream.of("nabla class", word()), words.stream(), optional)
                .flatMap(Function.identity())
                .collect(Collectors.joining(" "));
    }

    /** A line each. */
    static List<String> lines() {
        Listing lines = new Listing();
        Arrays.stream(values())
                .forEach(action ->
                        lines.add("  " + action.word() + " " + String.join(" ", action.words), action.summary));
        return lines.lines();
    }
}
