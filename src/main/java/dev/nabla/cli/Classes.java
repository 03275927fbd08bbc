package dev.nabla.cli;

import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Access to stored classes. It is passed in, so that a command without a class loads none of the storage code. */
public interface Classes {
    String URL = "--store";
    String FOLDER = "--class";

    /** Work on an open class. */
    interface ClassTask<T> {
        T run(ClassStore store) throws IOException;
    }

    /**
     * Opens the class at a location, runs the work on it, and returns its result. The class may be served meanwhile.
     *
     * @param fresh the data of a class to create; empty to open an existing class
     * @throws ClassStore.StoreException if there is no class to open, if the class to create exists, or if the class
     *     cannot be used
     */
    <T> T open(ClassLocation place, Optional<ClassInfo> fresh, ClassTask<T> work) throws IOException;

    /** Returns what is known of the server of a class. */
    ClassStatus status(ClassLocation place) throws IOException;

    /**
     * State of the server of a class.
     *
     * @param runs whether a process holds the server's lock; false on systems without locks
     * @param report the status that a server has last written, a JSON object; empty if no server has ever written one
     */
    record ClassStatus(boolean runs, Optional<String> report) {}

    /**
     * Location of a class.
     *
     * @param folder the folder of the class on this machine; the default folder if empty
     * @param url the URL of the database that holds everything else, if the class is kept in one
     */
    record ClassLocation(Optional<Path> folder, Optional<String> url) {
        private static final String PASSWORD = "(?i).*([?&][a-z]*password=|//[^/]*@).*";

        public static ClassLocation of(Arguments given) {
            return new ClassLocation(
                    given.value(FOLDER)
                            .map(name -> given.console().disk().at(name, Arguments.FOLDER, "leave out " + FOLDER)),
                    url(given));
        }

        /**
         * Returns the URL of the database that was named, if any.
         *
         * @throws BadInput if the URL contains a password, which the message does not repeat, or is not one of
         *     PostgreSQL
         */
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
