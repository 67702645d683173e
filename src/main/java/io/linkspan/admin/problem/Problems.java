package io.linkspan.admin.problem;

import io.linkspan.admin.flows.NoSuchThing;
import io.linkspan.deadletter.EditRefused;
import io.linkspan.deadletter.LetterNotOpen;
import io.linkspan.deadletter.NoSuchFlow;
import io.linkspan.deadletter.NoSuchLetter;
import io.linkspan.deadletter.NoSuchReplay;
import io.linkspan.deadletter.NothingToReplay;
import io.linkspan.deadletter.PayloadSealed;
import io.linkspan.deadletter.ReplayOver;
import io.linkspan.intake.BackfillRefused;
import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.reconcile.ReconcileRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Each fact that stops a call, and the status it has. What the framework refuses by itself becomes a problem too. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler({NoSuchLetter.class, NoSuchReplay.class, NoSuchThing.class})
    ProblemDetail unknown(RuntimeException fact) {
        return told(HttpStatus.NOT_FOUND, fact);
    }

    @ExceptionHandler({LetterNotOpen.class, NoSuchFlow.class, ReplayOver.class, NothingToReplay.class})
    ProblemDetail tooLate(RuntimeException fact) {
        return told(HttpStatus.CONFLICT, fact);
    }

    @ExceptionHandler({EditRefused.class, PayloadSealed.class, BackfillRefused.class, ReconcileRefused.class})
    ProblemDetail cannotBe(RuntimeException fact) {
        return told(HttpStatus.UNPROCESSABLE_CONTENT, fact);
    }

    @ExceptionHandler
    ProblemDetail away(DatabaseUnavailable fact) {
        return told(HttpStatus.SERVICE_UNAVAILABLE, fact);
    }

    @ExceptionHandler
    ProblemDetail askedWrongly(IllegalArgumentException wrong) {
        return ProblemAnswer.of(HttpStatus.BAD_REQUEST, "bad-request", String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied) {
        return ProblemAnswer.of(HttpStatus.FORBIDDEN, "role-too-small", String.valueOf(denied.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unforeseen(RuntimeException unforeseen) {
        LOG.error("a call of the admin API failed", unforeseen);
        return ProblemAnswer.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "unforeseen", "this should not have happened; the log says more");
    }

    /** The type's name in small letters, with dashes: {@code NoSuchLetter} is {@code no-such-letter}. */
    private static ProblemDetail told(HttpStatus status, RuntimeException fact) {
        String name = fact.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return ProblemAnswer.of(status, name.toLowerCase(java.util.Locale.ROOT), String.valueOf(fact.getMessage()));
    }
}
