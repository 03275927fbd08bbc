package dev.nabla.store;

import dev.nabla.file.PrivateFile.LockedAction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A connection to a database, which is opened again after it was lost. An attempt that fails is repeated after one
 * second at the earliest.
 */
final class DatabaseConnection {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int PATIENCE_SECONDS = 2;
    /**
     * Settings of PostgreSQL's driver, with timeouts in seconds. A password comes from the file that PGPASSFILE names.
     */
    private static final Map<String, String> SETTINGS =
            Map.of("ApplicationName", "nabla", "connectTimeout", "2", "loginTimeout", "4", "socketTimeout", "10");

    /** SQLSTATEs of wrong statements and values, by their classes in appendix A of PostgreSQL's manual. */
    private static final Pattern REFUSED = Pattern.compile("(?:0A|2[123]|42)...");
    /**
     * Exceptions from {@link #REFUSED}, whose cause may pass: a missing table or privilege, or a student who was erased
     * meanwhile.
     */
    private static final Set<String> MENDED = Set.of("42P01", "42501", "23503");

    /**
     * SQLSTATEs of a database that cannot be reached, is starting or stopping, or has no connection to spare, by
     * appendix A of PostgreSQL's manual.
     */
    private static final Pattern AWAY = Pattern.compile("0800[136]|57P0[123]|53300");

    private final String url;
    private Connection connection;
    private IOException failed;
    private long failedAt;

    DatabaseConnection(String url) {
        this.url = url;
    }

    /** The failure to use a database that is not available now. */
    static final class DatabaseAway extends IOException {
        private static final long serialVersionUID = 1;

        private DatabaseAway(String message, SQLException cause) {
            super(message, cause);
        }
    }

    /** Converts a row of a result. */
    interface RowMapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Runs work in one transaction, which is rolled back if it fails. */
    synchronized <T> T inTransaction(LockedAction<T> work) throws IOException {
        open();
        boolean kept = false;
        try {
            T result = work.run();
            connection.commit();
            kept = true;
            return result;
        } catch (SQLException lost) {
            throw toException(lost);
        } finally {
            if (!kept) {
                undo();
            }
        }
    }

    private void open() throws IOException {
        try {
            if (connection != null && connection.isValid(PATIENCE_SECONDS)) {
                return;
            }
            close();
            if (failed != null && System.nanoTime() - failedAt < PAUSE) {
                throw failed;
            }
            Properties settings = new Properties();
            settings.putAll(SETTINGS);
            connection = DriverManager.getConnection(url, settings);
            connection.setAutoCommit(false);
            failed = null;
        } catch (SQLException away) {
            failed = toException(away);
            failedAt = System.nanoTime();
            throw failed;
        }
    }

    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            close();
        }
    }

    synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException lost) {
            return;
        } finally {
            connection = null;
        }
    }

    /**
     * Converts an exception of the database.
     *
     * @throws IllegalStateException if the database would refuse the same again, which is a fault of nabla
     */
    private static IOException toException(SQLException cause) {
        String first = cause.getMessage().lines().findFirst().orElse("");
        String state = String.valueOf(cause.getSQLState());
        if (REFUSED.matcher(state).matches() && !MENDED.contains(state)) {
            throw new IllegalStateException("the database refuses what nabla asks (" + state + "): " + first, cause);
        }
        String words = "the database cannot be used: " + first;
        return AWAY.matcher(state).matches() ? new DatabaseAway(words, cause) : new IOException(words, cause);
    }

    /** Runs a statement within a transaction; returns the number of rows that it changed. */
    int run(String sql, Object... values) throws IOException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException refused) {
            throw toException(refused);
        }
    }

    /** Returns the first value of the first row; null if there is none. */
    String text(String sql, Object... values) throws IOException {
        List<Optional<String>> rows = rows(row -> Optional.ofNullable(row.getString(1)), sql, values);
        return rows.isEmpty() ? null : rows.get(0).orElse(null);
    }

    /** Returns the rows of a query within a transaction. */
    <T> List<T> rows(RowMapper<T> taker, String sql, Object... values) throws IOException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(taker.of(rows));
            }
            return all;
        } catch (SQLException refused) {
            throw toException(refused);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i];
            if (value instanceof String[] texts) {
                value = connection.createArrayOf("text", texts);
            }
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
