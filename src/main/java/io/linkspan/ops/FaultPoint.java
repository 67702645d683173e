package io.linkspan.ops;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a record's way between which a process may die. Each station passes its own; passing does nothing, unless
 * the environment variable {@code LINKSPAN_FAULT} names the point and how often it is to be passed, as in {@code
 * after-claim:17}: then the process ends at the 17th time as if it were killed, without any shutdown hook. For tests.
 */
public enum FaultPoint {
    /** A record is read and about to be published to its work queue. */
    BEFORE_PUBLISH,
    /** It is published and not confirmed. */
    AFTER_PUBLISH,
    /** All records of a page are published, and confirmed or not. */
    BEFORE_CONFIRM,
    /** All are confirmed; for a pull, the checkpoint has not moved. */
    AFTER_CONFIRM,
    /** The checkpoint has moved. */
    AFTER_CHECKPOINT,
    /** A batch is mapped and nothing of it claimed. */
    BEFORE_CLAIM,
    /** It is claimed in the ledger. */
    AFTER_CLAIM,
    /** One call to the target is about to be made. */
    BEFORE_PUSH,
    /** The target has answered that call; further calls of the batch may follow. */
    AFTER_PUSH,
    /** Every answer is there and nothing is settled. */
    BEFORE_SETTLE,
    /** The ledger knows how each delivery ended, the broker does not. */
    AFTER_SETTLE,
    /** What is to be tried again or is dead goes to its queue next. */
    BEFORE_ONWARD,
    /** It stands on that queue, confirmed, and on the one it came from. */
    AFTER_ONWARD,
    /** Nothing is left to do but to acknowledge. */
    BEFORE_ACK,
    /** The acknowledgement is handed to the connection. */
    AFTER_ACK,
    /** A dead record is about to be written to the archive. */
    BEFORE_ARCHIVE,
    /** It is written and not acknowledged. */
    AFTER_ARCHIVE,
    /** Dead records are about to be published again. */
    BEFORE_REPLAY,
    /** They are published, and not noted as sent. */
    AFTER_REPLAY;

    /** What a shell reports of a process that was killed: 128 and the signal's number. */
    public static final int KILLED = 137;

    /** The environment variable. */
    public static final String VARIABLE = "LINKSPAN_FAULT";

    private static final @Nullable Fuse LIT = Fuse.of(System.getenv(VARIABLE));

    /** Says that a thread has come here. */
    public void passed() {
        if (LIT != null) {
            LIT.passed(this);
        }
    }

    /** The name in {@code LINKSPAN_FAULT}: {@code after-claim}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Fuse(FaultPoint at, AtomicLong left) {
        private static final Pattern FORM = Pattern.compile("([a-z-]+):(\\d{1,9})");

        static @Nullable Fuse of(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            Matcher form = FORM.matcher(text.strip());
            for (FaultPoint point : values()) {
                if (form.matches() && point.text().equals(form.group(1))) {
                    return new Fuse(point, new AtomicLong(Long.parseLong(form.group(2))));
                }
            }
            throw new IllegalArgumentException(
                    VARIABLE + " is a point and a number such as after-claim:17, not '" + text + "'");
        }

        void passed(FaultPoint point) {
            if (point == at && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }
}
