package io.linkspan.system.rest;

import io.linkspan.system.settings.SystemSettings.FaultRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in an answer what a person needs to know of an error: where the settings say, or where most systems put it. */
final class ErrorText {
    /** RFC 9457 first, then what the large CRMs do. */
    private static final List<String> MESSAGES = List.of(
            "detail",
            "errors/0/message",
            "errors/0/detail",
            "error/message",
            "0/message",
            "message",
            "error_description",
            "title",
            "error_info",
            "error",
            "errors/0");

    private static final List<String> FIELDS =
            List.of("errors/0/field", "errors/0/pointer", "error/field", "0/fields/0", "field");

    private static final List<String> CODES = List.of(
            "errorCode",
            "0/errorCode",
            "error/code",
            "code",
            "errors/0/code",
            "error_code",
            "category",
            "errors/0/status");

    private final @Nullable String code;
    private final @Nullable String message;
    private final @Nullable String field;

    ErrorText(FaultRules rules) {
        this.code = rules.code();
        this.message = rules.message();
        this.field = rules.field();
    }

    /** What the system calls the error, for the configuration's codes. */
    String code(RestAnswer answer) {
        return first(answer, code, CODES).orElse("");
    }

    String message(RestAnswer answer) {
        return first(answer, message, MESSAGES).orElse("");
    }

    @Nullable
    String field(RestAnswer answer) {
        return first(answer, field, FIELDS).orElse(null);
    }

    private static Optional<String> first(RestAnswer answer, @Nullable String named, List<String> usual) {
        List<String> places = named == null ? usual : List.of(named);
        return places.stream()
                .map(place -> answer.text(place))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
