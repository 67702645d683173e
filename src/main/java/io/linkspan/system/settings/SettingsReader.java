package io.linkspan.system.settings;

import io.linkspan.system.settings.SystemSettings.Headers;
import io.linkspan.system.settings.SystemSettings.Limits;
import io.linkspan.system.settings.SystemSettings.Protocol;
import io.linkspan.system.settings.SystemSettings.Quotes;
import io.linkspan.system.settings.SystemSettings.Session;
import io.linkspan.system.settings.SystemSettings.Timeouts;
import io.linkspan.system.settings.SystemsProperties.LimitProperties;
import io.linkspan.system.settings.SystemsProperties.SessionProperties;
import io.linkspan.system.settings.SystemsProperties.SystemProperties;
import io.linkspan.system.settings.SystemsProperties.TimeoutProperties;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what is written into settings that can be used, or says everything that is wrong with it. */
public final class SettingsReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 16;

    private final List<String> problems = new ArrayList<>();

    private SettingsReader() {}

    /**
     * Reads all systems.
     *
     * @throws SystemsMisconfigured with every problem of every system
     */
    public static Map<String, SystemSettings> read(SystemsProperties written) {
        SettingsReader reader = new SettingsReader();
        Map<String, SystemSettings> read = new TreeMap<>();
        Map<String, SystemProperties> systems = written.systems() == null ? Map.of() : written.systems();
        systems.forEach((name, properties) -> read.put(name, reader.system(name, properties)));
        if (!reader.problems.isEmpty()) {
            throw new SystemsMisconfigured(reader.problems);
        }
        return read;
    }

    private SystemSettings system(String name, SystemProperties written) {
        PropertyCheck check = new PropertyCheck("linkspan.systems." + name, problems);
        if (!NAME.matcher(name).matches()) {
            check.wrong("", "a system's name has small letters, digits and dashes and begins with a letter");
        }
        Protocol protocol = protocol(check, written);
        Auth auth = new AuthReader(check.within("auth")).read(written.auth(), protocol);
        return new SystemSettings(
                name,
                protocol,
                check.address("url", written.url()),
                auth,
                written.tls() == null ? null : written.tls().bundle(),
                timeouts(check.within("timeouts"), written.timeouts()),
                headers(check, written),
                check.atLeastOne("connections", written.connections(), CONNECTIONS),
                values(check.within("values"), written.values()),
                session(check.within("session"), written.session(), protocol),
                new FaultRulesReader(check.within("faults")).read(written.faults()),
                quotes(check, written.quotes()),
                limits(check, written.limits()));
    }

    private static Limits limits(PropertyCheck check, @Nullable LimitProperties written) {
        if (written == null) {
            return Limits.USUAL;
        }
        Duration rest = check.within("limits").positive("rest", written.rest(), Limits.USUAL.rest());
        return new Limits(written.remaining(), written.reset(), rest);
    }

    private static Map<String, Secret> values(PropertyCheck check, @Nullable Map<String, Secret> written) {
        Map<String, Secret> values = written == null ? Map.of() : Map.copyOf(written);
        values.forEach((name, value) -> check.resolved(name, value.reveal()));
        return values;
    }

    private static Protocol protocol(PropertyCheck check, SystemProperties written) {
        String protocol = check.oneOf("protocol", written.protocol(), null, "soap", "rest");
        String version = check.oneOf("soap-version", written.soapVersion(), "1.1", "1.1", "1.2");
        if (protocol.equals("rest")) {
            return Protocol.REST;
        }
        return version.equals("1.2") ? Protocol.SOAP_12 : Protocol.SOAP_11;
    }

    private static Timeouts timeouts(PropertyCheck check, @Nullable TimeoutProperties written) {
        if (written == null) {
            return new Timeouts(CONNECT, CALL);
        }
        return new Timeouts(
                check.positive("connect", written.connect(), CONNECT), check.positive("call", written.call(), CALL));
    }

    private static Headers headers(PropertyCheck check, SystemProperties written) {
        String correlation = written.correlationHeader() == null ? "X-Correlation-Id" : written.correlationHeader();
        String idempotency = written.idempotencyHeader() == null ? "Idempotency-Key" : written.idempotencyHeader();
        headerName(check, "correlation-header", correlation);
        if (!idempotency.isEmpty()) {
            headerName(check, "idempotency-header", idempotency);
        }
        Map<String, String> fixed = written.headers() == null ? Map.of() : Map.copyOf(written.headers());
        fixed.forEach((name, value) -> {
            headerName(check, "headers." + name, name);
            check.resolved("headers." + name, value);
        });
        return new Headers(
                correlation,
                idempotency.isEmpty() ? null : idempotency,
                written.idempotencyHeader() != null && !idempotency.isEmpty(),
                fixed);
    }

    private static void headerName(PropertyCheck check, String property, String name) {
        if (!HEADER.matcher(name).matches()) {
            check.wrong(property, "'" + name + "' is no header name: letters, digits and dashes");
        }
    }

    private static @Nullable Session session(
            PropertyCheck check, @Nullable SessionProperties written, Protocol protocol) {
        if (written == null) {
            return null;
        }
        if (!protocol.soap()) {
            check.wrong("", "a login call is made by systems with protocol 'soap' only: use auth.kind for this one");
        }
        return new Session(
                check.template("request", written.request()),
                written.operation() == null ? "login" : written.operation(),
                written.soapAction(),
                check.given("token", written.token()));
    }

    private static Quotes quotes(PropertyCheck check, @Nullable String written) {
        return switch (check.oneOf("quotes", written, "refuse", "refuse", "double", "backslash")) {
            case "double" -> Quotes.DOUBLE;
            case "backslash" -> Quotes.BACKSLASH;
            default -> Quotes.REFUSE;
        };
    }

    /** For settings that are wrong anyway, so that reading can go on to the next mistake. */
    static URI nowhere() {
        return URI.create("http://invalid");
    }
}
