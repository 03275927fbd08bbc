package dev.nabla.cli;

import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where classes are kept; handed in, so that a command without a class loads nothing of what keeps it. */
public interface Classes {
    String URL = "--store";
    String FOLDER = "--class";

    /** What is done to a class while it is open. */
    interface ClassTask<T> {
        T run(ClassStore store) throws IOException;
    }

    /**
     * Works in the class of a place, whether it is served or not.
     *
     * @param fresh what it begins with, where there is none yet
     * @throws ClassStore.StoreException if there is none, or one already, or it cannot be used
     */
    <T> T open(ClassLocation place, Optional<ClassInfo> fresh, ClassTask<T> work) throws IOException;

    /** What is known of a server of the class. */
    ClassStatus status(ClassLocation place) throws IOException;

    /**
     * A server of a class, if there is one.
     *
     * @param runs whether a process holds the lock of a server; where there are no locks none seems to
     * @param told what a server has written of itself last; empty if there never was one
     */
    record ClassStatus(boolean runs, Optional<String> told) {}

    /**
     * Where a class is.
     *
     * @param folder of what is kept on this machine; the usual one if empty
     * @param url of the database for all the rest, if it is kept in one
     */
    record ClassLocation(Optional<Path> folder, Optional<String> url) {
        private static final String PASSWORD = "(?i).*([?&][a-z]*password=|//[^/]*@).*";

        public static ClassLocation of(Arguments given) {
            return new ClassLocation(
                    given.value(FOLDER)
                            .map(name -> given.console().disk().at(name, Arguments.FOLDER, "leave out " + FOLDER)),
                    url(given));
        }

        /** The database that was named; a password is not repeated. */
        public static Optional<String> url(Arguments given) {
            Optional<String> url = given.value(URL);
            Arguments.require(
                    url.stream().noneMatch(text -> text.matches(PASSWORD)),
                    URL + " holds a password, which others may see; put it into the file that PGPASSFILE names");
            Arguments.require(
                    url.stream().allMatch(text -> text.startsWith("jdbc:postgresql:")),
                    URL + " '" + url.orElse("")
                            + "' is no database of PostgreSQL; type one like jdbc:postgresql://localhost/school");
            return url;
        }
    }
}
