package io.linkspan.system.call;

import io.linkspan.system.Fault;
import io.linkspan.system.settings.FaultClass;
import io.linkspan.system.settings.SystemSettings;
import io.linkspan.system.settings.SystemSettings.FaultRule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what an error means. The configuration's rules come first (what the answer holds, then a code, then the status), then
 * these, after RFC 9110, section 15:
 *
 * <ul>
 *   <li>408, 421, 423, 425, 502, 503, 504 and every other 5xx may pass, but 501, 505, 506 and 511 are a wrong address or a
 *       proxy in the way. After a call that changes something only 408, 421, 423, 425, 503 and 507 say that nothing was done:
 *       any other 5xx may have come after the work, so it is unsure, which costs a look-up and saves a duplicate.
 *   <li>429 is a limit, and so is any other 4xx that says when to come back ({@code Retry-After}).
 *   <li>401 and 407 ask for a fresh login once; if that does not help, and for 402 and 403, a person must mend rights or
 *       licence: no record is to blame when the whole account is. A system that answers 403 for single records says {@code
 *       faults.statuses.403: refused}.
 *   <li>404 and 410 are "not found" where the call named one record, else a wrong address. 405, 406, 411, 415, 426, 428 and
 *       all redirections are a wrong address or method.
 *   <li>409 on a create is a duplicate; on a batch it is refused, so that the batch is halved until the one in conflict
 *       stands alone. Elsewhere it may pass: the same idempotency key is still in work, or two changes met.
 *   <li>Every other 4xx is refused.
 * </ul>
 *
 * A SOAP fault of the receiver (Server) or of an unknown code may pass and one of the sender (Client) is refused, whatever
 * the status, unless the status is one that tells more: 401, 402, 403, 407, 408, 429, 502, 503, 504.
 */
public final class Classifier {
    private static final Map<Integer, FaultClass> TELLING = Map.of(
            401, FaultClass.LOGIN,
            402, FaultClass.MISCONFIGURED,
            403, FaultClass.MISCONFIGURED,
            407, FaultClass.LOGIN,
            408, FaultClass.RETRIABLE,
            429, FaultClass.LIMITED,
            502, FaultClass.RETRIABLE,
            503, FaultClass.RETRIABLE,
            504, FaultClass.RETRIABLE);
    private static final List<Integer> NOTHING_DONE = List.of(408, 421, 423, 425, 503, 507);
    private static final List<Integer> WRONG_ADDRESS = List.of(405, 406, 411, 415, 426, 428, 501, 505, 506, 511);

    private static final int LONGEST_WORD = 40;

    private final SystemSettings.FaultRules rules;
    private final Mask mask;
    private final RetryAfter retryAfter;

    /** A classifier for one system. */
    public Classifier(SystemSettings settings, InstantSource clock) {
        this.rules = settings.faults();
        this.mask = new Mask(settings);
        this.retryAfter = new RetryAfter(clock, settings.limits());
    }

    /** What an error means. */
    public FaultClass meaning(Told told, CallKind kind, boolean namesOneRecord) {
        return byRule(told)
                .or(() -> byCode(told))
                .or(() -> Optional.ofNullable(rules.statuses().get(told.status())))
                .or(() -> Optional.ofNullable(TELLING.get(told.status())))
                .or(() -> byFaultCode(told.codes()))
                .or(() -> byReturn(told))
                .orElseGet(() -> byStatus(told.status(), kind, namesOneRecord));
    }

    /** Whether there is any rule that a good answer has to be held against. */
    public boolean looksInside() {
        return !rules.rules().isEmpty();
    }

    /** What a good status means nevertheless, because a rule found an error in the answer; nothing for what it seems. */
    public Optional<FaultClass> meaningOfGood(Told told) {
        return byRule(told);
    }

    /**
     * An error as a fault. A class that asks for a login is given as misconfigured: who can log in again asks {@link
     * #meaning} first, and so does who can take a call for done.
     *
     * @param namesOneRecord whether the call named one record that should be there
     * @param headers the answer's headers
     */
    public Fault fault(Told told, CallKind kind, boolean namesOneRecord, Function<String, Optional<String>> headers) {
        String code = code(told);
        String detail = detail(told);
        return switch (meaning(told, kind, namesOneRecord)) {
            case RETRIABLE -> retriable(told, kind, code, detail, retryAfter.of(headers));
            case LIMITED -> new Fault.Limited(code, detail, retryAfter.of(headers));
            case REFUSED -> new Fault.Refused(code, detail, told.field());
            case NOT_FOUND, DONE -> new Fault.NotFound(code, detail);
            case DUPLICATE -> new Fault.Duplicate(code, detail);
            case LOGIN, MISCONFIGURED -> new Fault.Misconfigured(code, detail);
        };
    }

    /** What an error told of one record in a batch's answer means; what neither status nor rules tell is refused. */
    public FaultClass meaningOfItem(Told told, CallKind kind) {
        boolean known =
                told.status() != 0 || byRule(told).or(() -> byCode(told)).isPresent();
        return known ? meaning(told, kind, true) : FaultClass.REFUSED;
    }

    /** An error told of one record in a batch's answer, as a fault. */
    public Fault item(Told told, CallKind kind) {
        return meaningOfItem(told, kind) == FaultClass.REFUSED
                ? new Fault.Refused(code(told), detail(told), told.field())
                : fault(told, kind, true, name -> Optional.empty());
    }

    /** What the other side says, fit to be shown. */
    public String show(String message) {
        return mask.show(message);
    }

    private static Fault retriable(Told told, CallKind kind, String code, String detail, @Nullable Duration wait) {
        boolean maybeDone = kind.changes() && told.status() >= 500 && !NOTHING_DONE.contains(told.status());
        return maybeDone ? new Fault.Unsure(code, detail) : new Fault.Passing(code, detail, wait);
    }

    private Optional<FaultClass> byRule(Told told) {
        return rules.rules().stream()
                .filter(rule -> fits(rule, told))
                .map(FaultRule::means)
                .findFirst();
    }

    private static boolean fits(FaultRule rule, Told told) {
        boolean good = told.status() >= 200 && told.status() < 300;
        boolean status = rule.status() == null ? !good : rule.status() == told.status();
        return status
                && (rule.contains() == null || says(told, rule.contains()))
                && (rule.header() == null || is(rule, told.answer().header(rule.header())))
                && (rule.path() == null || is(rule, told.answer().at(rule.path())));
    }

    private static boolean says(Told told, String text) {
        return told.answer().text().contains(text) || told.message().contains(text);
    }

    private static boolean is(FaultRule rule, Optional<String> value) {
        return value.filter(said ->
                        rule.is() == null ? !said.isBlank() : said.strip().equals(rule.is()))
                .isPresent();
    }

    private Optional<FaultClass> byCode(Told told) {
        return Stream.concat(Stream.of(told.word()), told.codes().reversed().stream())
                .map(rules.codes()::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Who says when to come back does not mean never. */
    private static Optional<FaultClass> byReturn(Told told) {
        return told.status() >= 400
                        && told.status() < 500
                        && told.answer().header("Retry-After").isPresent()
                ? Optional.of(FaultClass.LIMITED)
                : Optional.empty();
    }

    private static Optional<FaultClass> byFaultCode(List<String> codes) {
        for (String code : codes.reversed()) {
            switch (code) {
                case "FailedAuthentication", "InvalidSecurityToken", "SecurityTokenUnavailable" -> {
                    return Optional.of(FaultClass.LOGIN);
                }
                case "InvalidSecurity",
                        "UnsupportedSecurityToken",
                        "VersionMismatch",
                        "MustUnderstand",
                        "DataEncodingUnknown" -> {
                    return Optional.of(FaultClass.MISCONFIGURED);
                }
                case "Server", "Receiver" -> {
                    return Optional.of(FaultClass.RETRIABLE);
                }
                case "Client", "Sender" -> {
                    return Optional.of(FaultClass.REFUSED);
                }
                default -> {
                    // a code of the system's own says nothing to those who do not know it
                }
            }
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(FaultClass.RETRIABLE);
    }

    private static FaultClass byStatus(int status, CallKind kind, boolean namesOneRecord) {
        if (WRONG_ADDRESS.contains(status) || (status >= 300 && status < 400 && status != 300)) {
            return FaultClass.MISCONFIGURED;
        }
        return switch (status) {
            case 404, 410 -> namesOneRecord ? FaultClass.NOT_FOUND : FaultClass.MISCONFIGURED;
            case 409 ->
                switch (kind) {
                    case CREATE -> FaultClass.DUPLICATE;
                    case BATCH -> FaultClass.REFUSED;
                    case CHANGE, READ, PAGE -> FaultClass.RETRIABLE;
                };
            case 421, 423, 425 -> FaultClass.RETRIABLE;
            default -> status >= 500 ? FaultClass.RETRIABLE : FaultClass.REFUSED;
        };
    }

    private static String code(Told told) {
        if (told.codes().isEmpty()) {
            return "http-" + told.status();
        }
        return (told.status() == 0 ? "item-" : "soap-") + word(told.codes().getLast());
    }

    /** What the other side calls an error, fit for a metric's label: at most 40 letters, digits, dots and dashes. */
    public static String word(String said) {
        String plain = said.replaceAll("[^A-Za-z0-9._-]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_WORD));
    }

    private String detail(Told told) {
        String word = told.word().isBlank() || told.message().contains(told.word()) ? "" : told.word() + ": ";
        String said = mask.show(word + told.message());
        return said.isEmpty() ? "answered with status " + told.status() : said;
    }
}
