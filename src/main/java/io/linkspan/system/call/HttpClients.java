package io.linkspan.system.call;

import io.linkspan.system.settings.SystemSettings;
import io.linkspan.system.settings.SystemsMisconfigured;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * Makes the pooled client of a system. It repeats nothing and follows nothing by itself: whether to try again is decided in
 * one place, far from here.
 */
public final class HttpClients {
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);
    private static final TimeValue CHECK_AFTER = TimeValue.ofSeconds(1);

    private final SslBundles bundles;

    /** Certificates come from these bundles. */
    public HttpClients(SslBundles bundles) {
        this.bundles = bundles;
    }

    /** A client for one system; close it at the end. */
    public CloseableHttpClient open(SystemSettings settings) {
        Timeout silence = Timeout.of(settings.timeouts().call());
        RequestConfig requests = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.timeouts().connect()))
                .setResponseTimeout(silence)
                .setRedirectsEnabled(false)
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(pool(settings, silence))
                .setDefaultRequestConfig(requests)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("linkspan")
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .addExecInterceptorFirst("exchange", HttpClients::watch)
                .build();
    }

    private PoolingHttpClientConnectionManager pool(SystemSettings settings, Timeout silence) {
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.timeouts().connect()))
                .setSocketTimeout(silence)
                .setValidateAfterInactivity(CHECK_AFTER)
                .build();
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(silence).build())
                .setDefaultConnectionConfig(connections);
        if (settings.tlsBundle() != null) {
            pool.setTlsSocketStrategy(tls(settings.name(), settings.tlsBundle()));
        }
        return pool.build();
    }

    private DefaultClientTlsStrategy tls(String system, String name) {
        try {
            SslBundle bundle = bundles.getBundle(name);
            return new DefaultClientTlsStrategy(
                    bundle.createSslContext(),
                    bundle.getOptions().getEnabledProtocols(),
                    bundle.getOptions().getCiphers(),
                    null,
                    null);
        } catch (NoSuchSslBundleException unknown) {
            throw new SystemsMisconfigured(List.of("linkspan.systems." + system + ".tls.bundle: there is no bundle '"
                    + name + "'; configure it under spring.ssl.bundle.pem." + name));
        }
    }

    private static ClassicHttpResponse watch(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Exchange exchange = Exchange.current();
        if (exchange == null) {
            return chain.proceed(request, scope);
        }
        exchange.running(
                scope.execRuntime instanceof Cancellable work
                        ? work
                        : () -> {
                            scope.execRuntime.discardEndpoint();
                            return true;
                        });
        HttpEntity body = request.getEntity();
        if (body == null) {
            exchange.sending();
        } else {
            request.setEntity(new Watched(body, exchange));
        }
        ClassicHttpResponse answer = chain.proceed(request, scope);
        exchange.begun(answer);
        return answer;
    }

    /** A request's body that tells when it begins to be written. */
    private static final class Watched extends HttpEntityWrapper {
        private final Exchange exchange;

        Watched(HttpEntity body, Exchange exchange) {
            super(body);
            this.exchange = exchange;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            exchange.sending();
            super.writeTo(out);
        }
    }
}
