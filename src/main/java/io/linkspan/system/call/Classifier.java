package io.linkspan.system.call;

import io.linkspan.system.Fault;
import io.linkspan.system.settings.FaultClass;
import io.linkspan.system.settings.SystemSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says what an error means. The configuration's rules come first (a text in the answer, then a fault's code, then the
 * status), then these, after RFC 9110, section 15:
 *
 * <ul>
 *   <li>408, 423, 425, 502, 503, 504 and every other 5xx may pass, but 501, 505, 506 and 511 are a wrong address or a proxy
 *       in the way. After a call that changes something only 408, 423, 425, 503 and 507 say that nothing was done: any other
 *       5xx may have come after the work, so it is unsure, which costs a look-up and saves a duplicate.
 *   <li>429 is a limit.
 *   <li>401 and 407 ask for a fresh login once; if that does not help, and for 402 and 403, a person must mend rights or
 *       licence: no record is to blame when the whole account is. A system that answers 403 for single records says {@code
 *       faults.statuses.403: refused}.
 *   <li>404 and 410 are "not found" where the call named one record, else a wrong address. 405, 406, 411, 415, 426, 428 and
 *       all redirections are a wrong address or method.
 *   <li>409 on a create is a duplicate. Elsewhere it may pass: the same idempotency key is still in work, or two changes met.
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
    private static final List<Integer> NOTHING_DONE = List.of(408, 423, 425, 503, 507);
    private static final List<Integer> WRONG_ADDRESS = List.of(405, 406, 411, 415, 426, 428, 501, 505, 506, 511);

    private static final int LONGEST_WORD = 40;

    private final SystemSettings.FaultRules rules;
    private final Mask mask;
    private final RetryAfter retryAfter;

    /** A classifier for one system. */
    public Classifier(SystemSettings settings, InstantSource clock) {
        this.rules = settings.faults();
        this.mask = new Mask(settings);
        this.retryAfter = new RetryAfter(clock);
    }

    /** What an error means. */
    public FaultClass meaning(Told told, CallKind kind, boolean namesOneRecord) {
        return byText(told)
                .or(() -> byCode(told.codes()))
                .or(() -> Optional.ofNullable(rules.statuses().get(told.status())))
                .or(() -> Optional.ofNullable(TELLING.get(told.status())))
                .or(() -> byFaultCode(told.codes()))
                .orElseGet(() -> byStatus(told.status(), kind, namesOneRecord));
    }

    /**
     * An error as a fault. A class that asks for a login is given as misconfigured: who can log in again asks {@link
     * #meaning} first.
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
            case NOT_FOUND -> new Fault.NotFound(code, detail);
            case DUPLICATE -> new Fault.Duplicate(code, detail);
            case LOGIN, MISCONFIGURED -> new Fault.Misconfigured(code, detail);
        };
    }

    /** An error told of one record in a batch's answer; what cannot be told by status or rules is refused. */
    public Fault item(Told told, CallKind kind) {
        boolean known = told.status() != 0
                || byText(told).or(() -> byCode(told.codes())).isPresent();
        return known
                ? fault(told, kind, true, name -> Optional.empty())
                : new Fault.Refused(code(told), detail(told), told.field());
    }

    /** What the other side says, fit to be shown. */
    public String show(String message) {
        return mask.show(message);
    }

    private static Fault retriable(Told told, CallKind kind, String code, String detail, @Nullable Duration wait) {
        boolean maybeDone = kind.changes() && told.status() >= 500 && !NOTHING_DONE.contains(told.status());
        return maybeDone ? new Fault.Unsure(code, detail) : new Fault.Passing(code, detail, wait);
    }

    private Optional<FaultClass> byText(Told told) {
        return rules.bodies().stream()
                .filter(rule -> rule.status() == null || rule.status() == told.status())
                .filter(rule ->
                        told.text().contains(rule.contains()) || told.message().contains(rule.contains()))
                .map(SystemSettings.BodyRule::means)
                .findFirst();
    }

    private Optional<FaultClass> byCode(List<String> codes) {
        return codes.reversed().stream()
                .filter(rules.codes()::containsKey)
                .map(rules.codes()::get)
                .findFirst();
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
            case 409 -> kind == CallKind.CREATE ? FaultClass.DUPLICATE : FaultClass.RETRIABLE;
            case 423, 425 -> FaultClass.RETRIABLE;
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
        String said = mask.show(told.message());
        return said.isEmpty() ? "answered with status " + told.status() : said;
    }
}
