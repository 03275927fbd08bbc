package dev.nabla.serve.log;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An event that a line of the {@link AuditLog} reports. The name of the record, in lower case, is the member {@code
 * what} of the line. The components of the record follow under their own names; empty ones are left out. People appear
 * by their id alone.
 */
public sealed interface LogEvent {
    /** The class was opened. */
    record Open(int port, String key) implements LogEvent {}

    /** The class was closed. */
    record Close() implements LogEvent {}

    /** A user began to learn or teach at a terminal. */
    record Enter(String id, String from) implements LogEvent {}

    record Leave(String id, int code) implements LogEvent {}

    /** The server cut the connection of a session. */
    record Cut(String id, String why) implements LogEvent {}

    /**
     * An answer that was given.
     *
     * @param key digest of the key of the session, or PIN
     */
    record Answer(String id, String key, String section, String item, boolean right) implements LogEvent {}

    /** A student joined with a key. */
    record Join(String id) implements LogEvent {}

    /** A student added another key. */
    record Add(String id) implements LogEvent {}

    /** A student joined with a PIN, or chose another one. */
    record Pin(String id) implements LogEvent {}

    /** A teacher reset the login of a student. */
    record Reset(String id) implements LogEvent {}

    /**
     * A teacher's key was registered.
     *
     * @param key fingerprint of the key
     */
    record Teacher(String key) implements LogEvent {}

    /**
     * A connection or a request was refused.
     *
     * @param from address of the client; empty if only the user is known
     * @param id id of the user; empty if only the address is known
     */
    record Refused(Optional<String> from, Optional<String> id, String why) implements LogEvent {
        static Refused to(String from, String why) {
            return new Refused(Optional.of(from), Optional.empty(), why);
        }

        @Override
        public Refused withoutAddress() {
            return new Refused(Optional.empty(), id, why);
        }
    }

    /**
     * A wrong code, PIN or word was typed.
     *
     * @param from address of the client
     * @param id id of the student whose account was tried
     */
    record Wrong(Optional<String> from, Optional<String> id) implements LogEvent {
        public static Wrong from(String address, Optional<String> id) {
            return new Wrong(Optional.of(address), id);
        }

        @Override
        public Wrong withoutAddress() {
            return new Wrong(Optional.empty(), id);
        }
    }

    /** The connections of the last minute that waited for a place, and those that got none. */
    record Door(int waited, int turnedAway) implements LogEvent {}

    /** A step of a session took long. */
    record Slow(long ms) implements LogEvent {}

    /**
     * A fault of nabla.
     *
     * @param kind class of the exception
     */
    record Fault(String kind) implements LogEvent {}

    /** The store did not answer a periodic task. */
    record Store(String why) implements LogEvent {}

    /** The status file could not be written. */
    record Status(String why) implements LogEvent {}

    /**
     * A warning of a library.
     *
     * @param of name of the logger
     * @param says pattern of the message up to the first value
     * @param fault class of the exception; empty if there is none
     */
    record Library(String of, String says, String fault) implements LogEvent {}

    /** Returns the same event without the client's address. */
    default LogEvent withoutAddress() {
        return this;
    }

    default String what() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns names and values in the order of the components, without empty ones. Names are in snake case: {@code
     * turnedAway} becomes {@code turned_away}.
     */
    default Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            Object value = value(component);
            if (!Optional.empty().equals(value)) {
                members.put(
                        component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT),
                        value instanceof Optional<?> present ? present.get() : value);
            }
        }
        return members;
    }

    private Object value(RecordComponent component) {
        try {
            return component.getAccessor().invoke(this);
        } catch (ReflectiveOperationException never) {
            throw new IllegalStateException(never);
        }
    }
}
