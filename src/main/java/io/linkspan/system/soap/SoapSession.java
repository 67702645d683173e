package io.linkspan.system.soap;

import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.answer.Beside;
import io.linkspan.system.settings.SystemSettings;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A session that a login call opens; shared by all calls to the system until it is no longer good. */
final class SoapSession {
    private final SoapClient client;
    private final Operation login;
    private final String tokenPath;
    private final Function<String, @Nullable String> values;
    private final ReentrantLock loggingIn = new ReentrantLock();
    private @Nullable String token;

    SoapSession(SoapClient client, SystemSettings.Session session, Function<String, @Nullable String> values) {
        this.client = client;
        this.tokenPath = session.token();
        this.values = values;
        this.login = Operation.of(
                session.operation(),
                session.request(),
                session.soapAction(),
                null,
                null,
                List.of(session.token()),
                List.of(),
                null,
                Beside.NOTHING);
    }

    /** The token; logs in where there is none. */
    String token(CallContext context) throws FaultException {
        loggingIn.lock();
        try {
            if (token == null) {
                token = logIn(context);
            }
            return token;
        } finally {
            loggingIn.unlock();
        }
    }

    /** Forgets a token that is no longer good, unless another call has replaced it already. */
    void forget(@Nullable String stale) {
        loggingIn.lock();
        try {
            if (token != null && token.equals(stale)) {
                token = null;
            }
        } finally {
            loggingIn.unlock();
        }
    }

    private String logIn(CallContext context) throws FaultException {
        return switch (client.send(login, values, context, record -> {})) {
            case SoapClient.Reply.LoginNeeded refused -> throw refused.fault();
            case SoapClient.Reply.Good good -> {
                String given = good.answer().values().get(tokenPath);
                if (given == null || given.isBlank()) {
                    throw new FaultException(new Fault.Misconfigured(
                            "login-no-token", "the answer to " + login.name() + " has no " + tokenPath));
                }
                yield given.strip();
            }
        };
    }
}
