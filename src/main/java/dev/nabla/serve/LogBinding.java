package dev.nabla.serve;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.ILoggerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/**
 * Where the warnings of libraries go: the pattern of each and the kind of its exception, never the values in it, among which
 * are names and addresses. Until somebody listens they go nowhere.
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
                log.note("library", "of", name, "says", pattern, "fault", kind);
            }
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Library::new;
    }
}
