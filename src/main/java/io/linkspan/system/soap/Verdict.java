package io.linkspan.system.soap;

import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull.AnswerErrors;
import io.linkspan.system.answer.ScannedAnswer;
import io.linkspan.system.answer.UnreadableAnswer;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.call.Classifier;
import io.linkspan.system.call.Exchange;
import io.linkspan.system.call.Told;
import io.linkspan.system.settings.FaultClass;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges an answer: a fault counts whatever the HTTP status, an error may be told inside a good answer, and an answer without
 * the element it must have is an error, never an empty page.
 */
final class Verdict {
    private final Classifier classifier;

    Verdict(Classifier classifier) {
        this.classifier = classifier;
    }

    SoapClient.Reply of(Operation operation, SoapClient.Scan scan, Exchange exchange, Map<String, String> sent)
            throws FaultException {
        ScannedAnswer answer = scan.answer();
        if (answer != null && answer.fault() != null) {
            ScannedAnswer.SoapFault fault = answer.fault();
            return told(Told.fault(exchange.status(), fault.codes(), fault.reason()), exchange, sent);
        }
        if (exchange.status() < 200 || exchange.status() > 299) {
            return told(Told.status(exchange.status()), exchange, sent);
        }
        if (answer == null) {
            throw new FaultException(unreadable(scan.broken(), exchange));
        }
        return good(operation, answer, sent);
    }

    private SoapClient.Reply told(Told told, Exchange exchange, Map<String, String> sent) throws FaultException {
        FaultException fault = new FaultException(classifier.fault(told, CallKind.PAGE, false, exchange::header));
        if (classifier.meaning(told, CallKind.PAGE, false) == FaultClass.LOGIN) {
            return new SoapClient.Reply.LoginNeeded(fault, sent);
        }
        throw fault;
    }

    private static Fault unreadable(@Nullable UnreadableAnswer broken, Exchange exchange) {
        String type = exchange.header("Content-Type").orElse("nothing");
        if (broken == null) {
            return new Fault.Misconfigured("answer-empty", "the answer is empty (status " + exchange.status() + ")");
        }
        if (broken.why() == UnreadableAnswer.Why.CUT_OFF) {
            return new Fault.Passing("answer-cut", "the answer " + broken.getMessage(), null);
        }
        String kind = type.contains("xml") ? "" : ", and says it is " + type.replaceAll("[^A-Za-z0-9/+;=. -]", "");
        return new Fault.Misconfigured(broken.why().code(), "the answer: " + broken.getMessage() + kind);
    }

    private SoapClient.Reply good(Operation operation, ScannedAnswer answer, Map<String, String> sent)
            throws FaultException {
        AnswerErrors errors = operation.errors();
        String status = errors == null ? null : answer.values().get(errors.path());
        if (errors != null && !errors.good().contains(status == null ? "" : status)) {
            return businessError(errors, status, answer, sent);
        }
        if (operation.expected() != null && !answer.expected()) {
            throw new FaultException(new Fault.Misconfigured(
                    "answer-element-missing",
                    "the answer to " + operation.name() + " has no element " + operation.expected()));
        }
        return new SoapClient.Reply.Good(answer);
    }

    private SoapClient.Reply businessError(
            AnswerErrors errors, @Nullable String status, ScannedAnswer answer, Map<String, String> sent)
            throws FaultException {
        if (status == null) {
            throw new FaultException(new Fault.Misconfigured(
                    "answer-status-missing",
                    "the answer has no element " + errors.path() + ", which tells its status"));
        }
        String message = errors.message() == null ? "" : answer.values().getOrDefault(errors.message(), "");
        String detail = classifier.show(status + (message.isBlank() ? "" : ": " + message));
        String code = "status-" + Classifier.word(status);
        if (errors.login().contains(status)) {
            return new SoapClient.Reply.LoginNeeded(new FaultException(new Fault.Misconfigured(code, detail)), sent);
        }
        if (errors.notFound().contains(status)) {
            throw new FaultException(new Fault.NotFound(code, detail));
        }
        throw new FaultException(
                errors.retriable().contains(status)
                        ? new Fault.Passing(code, detail, null)
                        : new Fault.Refused(code, detail, null));
    }
}
