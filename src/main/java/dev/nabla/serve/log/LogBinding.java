package dev.nabla.serve.log;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.ILoggerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/**
 * Sends the warnings that libraries log through slf4j to the log of the class. Counts them by the start of their
 * message pattern and the class of their exception. Never logs the values, which may hold names and addresses. Drops
 * warnings before {@link #bind} is called.
 */
public final class LogBinding extends NOP_FallbackServiceProvider {
    private static final AtomicReference<AuditLog> LOG = new AtomicReference<>();

    public static void bind(AuditLog log) {
        LOG.set(log);
    }

    private static final class LibraryLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1;

        LibraryLogger(String name) {
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
                String message = String.valueOf(pattern).replaceFirst("(?s)\\W*\\{}.*", "");
                log.count(new LogEvent.Library(name, message, kind));
            }
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return LibraryLogger::new;
    }
}
