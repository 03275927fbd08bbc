package dev.nabla.serve;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.ILoggerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/**
 * Counts the warnings of libraries in the log: their first words and the kind of their exception, never the values in
 * them, among which are names and addresses. Before {@link #to} they are dropped.
 */
public final class LogBinding extends NOP_FallbackServiceProvider {
    private static final AtomicReference<AuditLog> LOG = new AtomicReference<>();

    static void to(AuditLog log) {
        LOG.set(log);
    }

    private static final class Library extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1;

        Library(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] values, Throwable fault) {
            AuditLog log = LOG.get();
            if (log != null) {
                String kind = fault == null ? "" : fault.getClass().getName();
                String words = String.valueOf(pattern).replaceFirst("(?s)\\W*\\{}.*", "");
                log.count(new LogEvent.Library(name, words, kind));
            }
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Library::new;
    }
}
