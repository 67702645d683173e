package io.linkspan.system.soap;

import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull;
import io.linkspan.system.Source;
import io.linkspan.system.answer.AnswerHandler;
import io.linkspan.system.answer.ScannedAnswer;
import io.linkspan.system.call.Classifier;
import io.linkspan.system.call.Credentials;
import io.linkspan.system.call.Gate;
import io.linkspan.system.settings.Secret;
import io.linkspan.system.settings.SystemSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.HttpClient;
import org.jspecify.annotations.Nullable;

/** Reads pages of records from a SOAP system. */
public final class SoapSource implements Source {
    private final SystemSettings settings;
    private final SoapClient client;
    private final @Nullable SoapSession session;
    private final Map<Pull, PullPlan> plans = new ConcurrentHashMap<>();

    /** A source on a system; all it needs is shared with the system's other calls. */
    public SoapSource(
            SystemSettings settings,
            HttpClient http,
            Gate gate,
            Credentials credentials,
            Classifier classifier,
            InstantSource clock) {
        this.settings = settings;
        Envelope envelope = new Envelope(settings.protocol(), UsernameTokenHeader.of(settings.auth(), clock));
        this.client = new SoapClient(settings, http, gate, credentials, new Verdict(classifier), envelope);
        this.session = settings.session() == null ? null : new SoapSession(client, settings.session(), this::ofSystem);
    }

    @Override
    public PageEnd read(Pull pull, PageRequest request, RecordSink sink, CallContext context) throws FaultException {
        PullPlan plan = plans.computeIfAbsent(pull, PullPlan::new);
        Map<String, String> values = plan.paging().fill(request.values());
        Listing listing = plan.detail() == null ? new Listing.Direct(sink) : new Listing.ForDetails(plan.detail());
        Operation list = plan.list(values);
        ScannedAnswer answer;
        try {
            answer = call(list, values::get, context, listing);
        } catch (FaultException told) {
            if (told.fault() instanceof Fault.NotFound && list.errors() != null) {
                return new PageEnd(0, null);
            }
            throw told;
        }
        if (plan.detail() != null && listing instanceof Listing.ForDetails listed) {
            readDetails(plan.detail(), listed, sink, context);
        }
        return new PageEnd(listing.count(), plan.paging().next(values, listing, answer));
    }

    private void readDetails(DetailPlan detail, Listing.ForDetails listed, RecordSink sink, CallContext context)
            throws FaultException {
        for (Map<String, String> record : listed.records()) {
            Listing.Single found = new Listing.Single();
            try {
                call(detail.operation(), name -> detail.value(name, record), context, found);
            } catch (FaultException told) {
                if (told.fault() instanceof Fault.NotFound) {
                    continue;
                }
                throw told;
            }
            sink.accept(found.record(detail.operation()));
        }
    }

    /** Makes a call; where the system asks for a fresh login, once more after it. */
    private ScannedAnswer call(
            Operation operation, Function<String, @Nullable String> values, CallContext context, AnswerHandler handler)
            throws FaultException {
        String token = session == null ? null : session.token(context);
        SoapClient.Reply reply = client.send(operation, filling(values, token), context, handler);
        if (reply instanceof SoapClient.Reply.LoginNeeded refused && renew(refused, token)) {
            String fresh = session == null ? null : session.token(context);
            reply = client.send(operation, filling(values, fresh), context, handler);
        }
        return switch (reply) {
            case SoapClient.Reply.Good good -> good.answer();
            case SoapClient.Reply.LoginNeeded refused -> throw refused.fault();
        };
    }

    private boolean renew(SoapClient.Reply.LoginNeeded refused, @Nullable String token) {
        boolean other = client.renew(refused);
        if (session != null) {
            session.forget(token);
        }
        return other || session != null;
    }

    private Function<String, @Nullable String> filling(
            Function<String, @Nullable String> values, @Nullable String token) {
        return name -> {
            String own = name.equals("session") ? token : ofSystem(name);
            return own != null ? own : values.apply(name);
        };
    }

    private @Nullable String ofSystem(String name) {
        if (!name.startsWith("system.")) {
            return null;
        }
        Secret value = settings.values().get(name.substring("system.".length()));
        return value == null ? null : value.reveal();
    }
}
