package io.linkspan.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Keeps the embedded broker from telling every queue and connection, unless somebody configured that it should. */
final class QuietLog {
    private static final Map<String, Level> QUIET = Map.of("qpid", Level.OFF, "org.apache.qpid", Level.OFF);

    private QuietLog() {}

    static void apply() {
        QUIET.forEach((name, level) -> {
            if (LoggerFactory.getLogger(name) instanceof Logger logger && logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }
}
