package io.linkspan.system.rest;

import io.linkspan.record.TraceParent;
import io.linkspan.system.CallContext;
import io.linkspan.system.FaultException;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.call.Classifier;
import io.linkspan.system.call.Credentials;
import io.linkspan.system.call.Exchange;
import io.linkspan.system.call.Gate;
import io.linkspan.system.call.Told;
import io.linkspan.system.settings.FaultClass;
import io.linkspan.system.settings.SystemSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Makes one HTTP call after the other, each through the gate, each error told as a fault. */
final class RestClientCalls {
    private static final int LONGEST_ANSWER = 16 << 20;

    private final SystemSettings settings;
    private final RestClient client;
    private final Gate gate;
    private final Credentials credentials;
    private final Classifier classifier;
    private final ErrorText errors;

    RestClientCalls(
            SystemSettings settings, RestClient client, Gate gate, Credentials credentials, Classifier classifier) {
        this.settings = settings;
        this.client = client;
        this.gate = gate;
        this.credentials = credentials;
        this.classifier = classifier;
        this.errors = new ErrorText(settings.faults());
    }

    /**
     * A request.
     *
     * @param operation its name, for metrics
     * @param namesOneRecord whether 404 means that a record is not there
     * @param body what is sent, or null
     * @param idempotencyKey what a repeat is recognised by, or null
     * @param alsoGood statuses beside 2xx that are no error
     */
    record Request(
            String operation,
            CallKind kind,
            String method,
            URI address,
            boolean namesOneRecord,
            @Nullable Body body,
            @Nullable String idempotencyKey,
            Set<Integer> alsoGood) {}

    /** A request's body. */
    @SuppressWarnings("ArrayRecordComponent") // only passed on
    record Body(String mediaType, byte[] bytes) {}

    /** What came back: a good answer, or that the credentials are no longer good. */
    private sealed interface Reply {
        record Good(RestAnswer answer) implements Reply {}

        record LoginNeeded(FaultException fault) implements Reply {}
    }

    /** Makes a call; where the system asks for a fresh login, once more after it. */
    RestAnswer make(Request request, CallContext context) throws FaultException {
        Map<String, String> known = credentials.current();
        Reply reply = send(request, known, context);
        if (reply instanceof Reply.LoginNeeded && credentials.renew(known)) {
            reply = send(request, credentials.current(), context);
        }
        return switch (reply) {
            case Reply.Good good -> good.answer();
            case Reply.LoginNeeded refused -> throw refused.fault();
        };
    }

    private Reply send(Request request, Map<String, String> known, CallContext context) throws FaultException {
        return gate.pass(request.operation(), request.kind(), exchange -> {
            RestAnswer answer = exchange(request, known, context);
            return judge(request, answer, exchange);
        });
    }

    private RestAnswer exchange(Request request, Map<String, String> known, CallContext context) {
        RestClient.RequestBodySpec call = client.method(HttpMethod.valueOf(request.method()))
                .uri(request.address())
                .headers(headers -> fill(headers, request, known, context));
        if (request.body() != null) {
            call.contentType(MediaType.parseMediaType(request.body().mediaType()))
                    .body(request.body().bytes());
        }
        RestAnswer answer = call.exchange((sent, received) -> RestAnswer.of(
                received.getStatusCode().value(), received.getBody().readNBytes(LONGEST_ANSWER)));
        if (answer == null) {
            throw new IllegalStateException("an exchange function gave nothing");
        }
        return answer;
    }

    private void fill(HttpHeaders headers, Request request, Map<String, String> known, CallContext context) {
        settings.headers().fixed().forEach(headers::set);
        headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        known.forEach(headers::set);
        headers.set(settings.headers().correlation(), context.correlationId().value());
        headers.set(TraceParent.HEADER, context.trace().child().value());
        String idempotency = settings.headers().idempotency();
        if (idempotency != null && request.idempotencyKey() != null) {
            headers.set(idempotency, request.idempotencyKey());
        }
    }

    private Reply judge(Request request, RestAnswer answer, Exchange exchange) throws FaultException {
        int status = answer.status();
        boolean good = (status >= 200 && status < 300) || request.alsoGood().contains(status);
        if (good && !classifier.looksInside()) {
            return new Reply.Good(answer);
        }
        Told told = told(answer, exchange);
        Optional<FaultClass> inside = good ? classifier.meaningOfGood(told) : Optional.empty();
        if (good && inside.isEmpty()) {
            return new Reply.Good(answer);
        }
        boolean one = request.namesOneRecord();
        return switch (inside.orElseGet(() -> classifier.meaning(told, request.kind(), one))) {
            case DONE -> new Reply.Good(answer);
            case LOGIN ->
                new Reply.LoginNeeded(
                        new FaultException(classifier.fault(told, request.kind(), one, exchange::header)));
            default -> throw new FaultException(classifier.fault(told, request.kind(), one, exchange::header));
        };
    }

    private Told told(RestAnswer answer, Exchange exchange) {
        return new Told(
                answer.status(),
                List.of(),
                errors.code(answer),
                errors.message(answer),
                errors.field(answer),
                new Looked(answer.text(), answer::text, exchange::header));
    }

    /** An answer, or an item of it, as rules look into it. */
    record Looked(String text, Function<String, Optional<String>> places, Function<String, Optional<String>> headers)
            implements Told.Answer {
        @Override
        public Optional<String> at(String path) {
            return places.apply(path);
        }

        @Override
        public Optional<String> header(String name) {
            return headers.apply(name);
        }
    }
}
