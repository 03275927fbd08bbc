package dev.nabla.serve;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
    private static final AtomicReference<Consumer<Warning>> EAR = new AtomicReference<>(warning -> {});

    /** @param fault class of the exception; empty if there is none */
    record Warning(String logger, String pattern, String fault) {}

    static void to(Consumer<Warning> ear) {
        EAR.set(ear);
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
            EAR.get()
                    .accept(new Warning(
                            name, pattern, fault == null ? "" : fault.getClass().getName()));
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Library::new;
    }
}
