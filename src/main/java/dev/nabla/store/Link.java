package dev.nabla.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A connection to a database, made anew when it was lost; after a try that failed the next one is a second later. */
final class Link {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int PATIENCE_SECONDS = 2;
    /** Of PostgreSQL's driver; the password comes from the file that PGPASSFILE names. */
    private static final String[] SETTINGS = {
        "ApplicationName",
        "nabla",
        "connectTimeout",
        "2",
        "loginTimeout",
        "4",
        "socketTimeout",
        "10",
        "tcpKeepAlive",
        "true"
    };

    private final String url;
    private Optional<Connection> connection = Optional.empty();
    private Optional<IOException> failed = Optional.empty();
    private long failedAt;

    Link(String url) {
        this.url = url;
    }

    /** What is done with a connection. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Turns a row into something. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** One transaction; what failed is undone. */
    synchronized <T> T together(Work<T> work) throws IOException {
        boolean kept = false;
        try {
            open();
            T result = work.run();
            connection.orElseThrow().commit();
            kept = true;
            return result;
        } catch (SQLException lost) {
            throw words(lost);
        } finally {
            if (!kept) {
                undo();
            }
        }
    }

    private void open() throws IOException, SQLException {
        if (connection.isPresent() && connection.get().isValid(PATIENCE_SECONDS)) {
            return;
        }
        close();
        if (failed.isPresent() && System.nanoTime() - failedAt < PAUSE) {
            throw failed.get();
        }
        failed = Optional.empty();
        Properties settings = new Properties();
        for (int i = 0; i < SETTINGS.length; i += 2) {
            settings.setProperty(SETTINGS[i], SETTINGS[i + 1]);
        }
        try {
            Connection fresh = DriverManager.getConnection(url, settings);
            fresh.setAutoCommit(false);
            connection = Optional.of(fresh);
        } catch (SQLException away) {
            failed = Optional.of(words(away));
            failedAt = System.nanoTime();
            throw failed.get();
        }
    }

    private void undo() {
        try {
            if (connection.isPresent()) {
                connection.get().rollback();
            }
        } catch (SQLException lost) {
            close();
        }
    }

    synchronized void close() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException lost) {
            return;
        } finally {
            connection = Optional.empty();
        }
    }

    private static IOException words(SQLException cause) {
        return new IOException(
                "the database does not take it: "
                        + cause.getMessage().lines().findFirst().orElse(""),
                cause);
    }

    Connection connection() {
        return connection.orElseThrow();
    }

    /** Does a statement within a transaction; returns how many rows it changed. */
    int run(String sql, Object... values) throws IOException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException refused) {
            throw words(refused);
        }
    }

    /** The rows of a query within a transaction. */
    <T> List<T> rows(Row<T> taker, String sql, Object... values) throws IOException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(taker.of(rows));
            }
            return all;
        } catch (SQLException refused) {
            throw words(refused);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i];
            if (value instanceof String[] texts) {
                statement.setArray(i + 1, connection().createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
        }
        return statement;
    }
}
