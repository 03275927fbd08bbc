package dev.nabla.cli.school;

import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.StudentName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Names of an imported class that clash with names of the class to which it is added. Nobody loses a name by moving, so
 * the rules for new names refuse none of them.
 */
final class NameClashes {
    private NameClashes() {}

    /** Returns a warning per clash, before anything is imported. */
    static List<String> of(ClassStore from, ClassStore to) {
        List<String> warnings = new ArrayList<>();
        List<StudentName> there = to.names();
        for (StudentName name : from.names().stream().distinct().toList()) {
            there.stream()
                    .filter(name::looksLike)
                    .map(other -> name + " of the import looks like " + other + " of this class; both stay, and nabla"
                            + " class rename gives one of them another name")
                    .forEach(warnings::add);
        }
        for (Account account : from.accounts()) {
            to.named(account.student().name())
                    .filter(known -> !account.keys().isEmpty() && !known.keys().isEmpty())
                    .filter(known -> Collections.disjoint(account.keys(), known.keys()))
                    .map(known -> known.student().name() + " was in this class with other keys; the import adds its"
                            + " keys and answers to that account, so these must be the same student")
                    .ifPresent(warnings::add);
        }
        return warnings;
    }
}
