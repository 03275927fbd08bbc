package dev.nabla.serve;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a line of the {@link AuditLog} reports. The name of the record, in lower case, is the member {@code what} of the
 * line; its components follow under their own names, empty ones left out. People appear by their id alone.
 */
sealed interface LogEvent {
    /** The class was opened. */
    record Open(int port, String key) implements LogEvent {}

    /** The class was closed. */
    record Close() implements LogEvent {}

    /** A user starts to learn or teach at a terminal. */
    record Enter(String id, String from) implements LogEvent {}

    record Leave(String id, int code) implements LogEvent {}

    /** The server cut a session. */
    record Cut(String id, String why) implements LogEvent {}

    /** @param key a digest of the key of the session, or PIN */
    record Answer(String id, String key, String section, String item, boolean right) implements LogEvent {}

    /** A student joined with a key. */
    record Join(String id) implements LogEvent {}

    /** A student added another key. */
    record Add(String id) implements LogEvent {}

    /** A student joined with a PIN, or chose another one. */
    record Pin(String id) implements LogEvent {}

    /** A teacher reset the login of a student. */
    record Reset(String id) implements LogEvent {}

    /** @param key fingerprint of the key that may teach from now on */
    record Teacher(String key) implements LogEvent {}

    /** A connection or a request was refused: to an address before the login, to a user after it. */
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
     * A wrong code, PIN or word.
     *
     * @param id of the student whose account was tried
     */
    record Wrong(Optional<String> from, Optional<String> id) implements LogEvent {
        static Wrong from(String address, Optional<String> id) {
            return new Wrong(Optional.of(address), id);
        }

        @Override
        public Wrong withoutAddress() {
            return new Wrong(Optional.empty(), id);
        }
    }

    /** Connections of the last minute that waited for a place, and that got none. */
    record Door(int waited, int turnedAway) implements LogEvent {}

    /** A step of a session took long. */
    record Slow(long ms) implements LogEvent {}

    /** @param kind class of an exception that is a fault of nabla */
    record Fault(String kind) implements LogEvent {}

    /** The store did not answer a periodic task. */
    record Store(String why) implements LogEvent {}

    /** The status file could not be written. */
    record Status(String why) implements LogEvent {}

    /**
     * A warning of a library.
     *
     * @param says the pattern of its message up to the first value
     * @param fault class of its exception, or empty
     */
    record Library(String of, String says, String fault) implements LogEvent {}

    /** The same event without the client's address. */
    default LogEvent withoutAddress() {
        return this;
    }

    default String what() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Names and values in the order of the components; {@code turnedAway} is named {@code turned_away}. */
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
