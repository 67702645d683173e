package io.linkspan.system.soap;

import io.linkspan.record.Payload;
import io.linkspan.record.TraceParent;
import io.linkspan.system.CallContext;
import io.linkspan.system.FaultException;
import io.linkspan.system.answer.AnswerHandler;
import io.linkspan.system.answer.ScannedAnswer;
import io.linkspan.system.answer.UnreadableAnswer;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.call.Credentials;
import io.linkspan.system.call.Exchange;
import io.linkspan.system.call.Gate;
import io.linkspan.system.settings.SystemSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.HttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.ws.client.core.WebServiceMessageExtractor;
import org.springframework.ws.client.core.WebServiceTemplate;
import org.springframework.ws.transport.http.SimpleHttpComponents5MessageSender;

/** Makes one SOAP call after the other, each through the gate, each answer read as a stream and judged. */
final class SoapClient {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");

    private final SystemSettings settings;
    private final Gate gate;
    private final Credentials credentials;
    private final Verdict verdict;
    private final Envelope envelope;
    private final WebServiceTemplate template;

    SoapClient(
            SystemSettings settings,
            HttpClient http,
            Gate gate,
            Credentials credentials,
            Verdict verdict,
            Envelope envelope) {
        this.settings = settings;
        this.gate = gate;
        this.credentials = credentials;
        this.verdict = verdict;
        this.envelope = envelope;
        this.template = new WebServiceTemplate(new StreamedMessages());
        template.setMessageSender(new SimpleHttpComponents5MessageSender(http));
        template.setDefaultUri(settings.url().toString());
        template.setCheckConnectionForError(false);
        template.setCheckConnectionForFault(false);
    }

    /** What came back: an answer, or that the credentials are no longer good, which is for the caller to mend. */
    sealed interface Reply {
        /** A good answer. */
        record Good(ScannedAnswer answer) implements Reply {}

        /** Log in again, if that can be done; else this is the fault. */
        record LoginNeeded(FaultException fault, Map<String, String> sent) implements Reply {}
    }

    /** Whether fetching other HTTP credentials than those sent is possible. */
    boolean renew(Reply.LoginNeeded refused) {
        return credentials.renew(refused.sent());
    }

    /** Sends the operation's request, filled, and reads the answer. */
    Reply send(
            Operation operation, Function<String, @Nullable String> values, CallContext context, AnswerHandler handler)
            throws FaultException {
        Map<String, String> known = credentials.current();
        byte[] request = envelope.wrap(operation.request().fill(values));
        Map<String, String> headers = headers(operation, known, context);
        return gate.pass(operation.name(), CallKind.PAGE, exchange -> {
            Scan scan = exchange(request, headers, operation, handler, exchange);
            return verdict.of(operation, scan, exchange, known);
        });
    }

    /**
     * How reading an answer ended.
     *
     * @param answer what was read, or null where there was no answer or it cannot be read
     * @param broken why it cannot be read, or null
     */
    record Scan(@Nullable ScannedAnswer answer, @Nullable UnreadableAnswer broken) {}

    private Scan exchange(
            byte[] request,
            Map<String, String> headers,
            Operation operation,
            AnswerHandler handler,
            Exchange exchange) {
        WebServiceMessageExtractor<Scan> reading =
                answer -> scan(((StreamedMessages.Answer) answer).stream(), operation, handler, exchange);
        Scan scan = template.sendAndReceive(
                message -> ((StreamedMessages.Request) message).fill(request, headers), reading);
        return scan == null ? new Scan(null, null) : scan;
    }

    private static Scan scan(InputStream in, Operation operation, AnswerHandler handler, Exchange exchange)
            throws IOException {
        boolean whole = false;
        try {
            StoppingHandler stopping = new StoppingHandler(operation.errors(), handler);
            ScannedAnswer answer = operation.scanner().scan(in, Payload.Format.XML, charset(exchange), stopping);
            whole = !stopping.stopped();
            return new Scan(answer, null);
        } catch (UnreadableAnswer broken) {
            return new Scan(null, broken);
        } finally {
            if (!whole) {
                exchange.abandon();
            }
        }
    }

    private static @Nullable String charset(Exchange exchange) {
        Matcher charset = CHARSET.matcher(exchange.header("Content-Type").orElse(""));
        return charset.find() ? charset.group(1) : null;
    }

    private Map<String, String> headers(Operation operation, Map<String, String> known, CallContext context) {
        Map<String, String> headers = new HashMap<>(settings.headers().fixed());
        headers.putAll(envelope.headers(operation.soapAction()));
        headers.putAll(known);
        headers.put(settings.headers().correlation(), context.correlationId().value());
        headers.put(TraceParent.HEADER, context.trace().child().value());
        return headers;
    }
}
