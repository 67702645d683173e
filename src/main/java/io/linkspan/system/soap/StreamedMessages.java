package io.linkspan.system.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.springframework.ws.WebServiceMessage;
import org.springframework.ws.WebServiceMessageFactory;
import org.springframework.ws.transport.TransportOutputStream;

/**
 * Messages for Spring-WS that build no tree: a request is the bytes it was made of, an answer is the stream it comes in, so
 * that an answer of any size needs little memory.
 */
final class StreamedMessages implements WebServiceMessageFactory {
    @Override
    public Request createWebServiceMessage() {
        return new Request();
    }

    @Override
    public Answer createWebServiceMessage(InputStream stream) {
        return new Answer(stream);
    }

    /** A request, empty until it is filled. */
    static final class Request implements WebServiceMessage {
        private byte[] envelope = {};
        private Map<String, String> headers = Map.of();

        void fill(byte[] bytes, Map<String, String> httpHeaders) {
            envelope = bytes;
            headers = httpHeaders;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            if (out instanceof TransportOutputStream transport) {
                for (Map.Entry<String, String> header : headers.entrySet()) {
                    transport.addHeader(header.getKey(), header.getValue());
                }
            }
            out.write(envelope);
        }

        @Override
        public Source getPayloadSource() {
            return new StreamSource(new java.io.ByteArrayInputStream(envelope));
        }

        @Override
        public Result getPayloadResult() {
            throw new UnsupportedOperationException("a request is filled as a whole");
        }
    }

    /** An answer as it comes in; can be read once. */
    record Answer(InputStream stream) implements WebServiceMessage {
        @Override
        public Source getPayloadSource() {
            return new StreamSource(stream);
        }

        @Override
        public Result getPayloadResult() {
            throw new UnsupportedOperationException("an answer is only read");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            stream.transferTo(out);
        }
    }
}
