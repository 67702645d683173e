package io.linkspan.sandbox.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Locale;

/** One client's connection: request and answer by turns until one of the two has enough. */
final class Connection implements Runnable, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final Socket socket;
    private final Handler handler;

    Connection(Socket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            converse();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a client went away: {0}", gone.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse() throws IOException, InterruptedException {
        var out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
        var reader = new RequestReader(new BufferedInputStream(socket.getInputStream(), 32 * 1024), out);
        var writer = new AnswerWriter(out);
        boolean open = true;
        while (open) {
            Request request = reader.next();
            if (request == null) {
                return;
            }
            Answer answer = answer(request);
            open = keepsAlive(request) && answer.manner() == Manner.WHOLE;
            writer.send(answer, open);
            if (answer.manner() == Manner.RESET || answer.manner() == Manner.HALF_THEN_RESET) {
                // Closing with a linger of zero is how TCP says RST instead of FIN.
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        }
    }

    private Answer answer(Request request) throws InterruptedException {
        try {
            return handler.answer(request);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "the sandbox failed at " + request.path(), broken);
            return Answer.text(500, "the sandbox itself failed: " + broken);
        }
    }

    private static boolean keepsAlive(Request request) {
        return !request.header("connection").orElse("").toLowerCase(Locale.ROOT).contains("close");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
