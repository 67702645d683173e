package io.linkspan.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on a port and gives each connection a virtual thread. */
public final class WebServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final Handler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    private WebServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
    }

    /**
     * Starts to listen.
     *
     * @param address where; port 0 for any free one
     * @param handler answers the requests
     * @throws UncheckedIOException where the address cannot be had
     */
    public static WebServer start(InetSocketAddress address, Handler handler) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(address, BACKLOG);
            WebServer server = new WebServer(listener, handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on " + address + ": " + taken.getMessage(), taken);
        }
    }

    /** The parameters of a form's body. */
    public static Map<String, String> form(Request request) {
        return RequestReader.parameters(request.text());
    }

    /** The address to call, without a slash at its end. */
    public URI url() {
        String host = listener.getInetAddress().isAnyLocalAddress()
                ? "localhost"
                : listener.getInetAddress().getHostAddress();
        return URI.create("http://" + host + ":" + listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (SocketException closed) {
                return;
            } catch (IOException passing) {
                LOG.log(System.Logger.Level.WARNING, "could not take a connection: {0}", passing.getMessage());
            }
        }
    }

    private void serve(Socket socket) {
        Connection connection = new Connection(socket, handler);
        open.add(connection);
        threads.execute(() -> {
            connection.run();
            open.remove(connection);
        });
    }

    /** Stops listening and cuts every connection. */
    @Override
    public void close() {
        try {
            listener.close();
            threads.shutdownNow();
            for (Connection connection : open) {
                connection.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        threads.close();
    }
}
