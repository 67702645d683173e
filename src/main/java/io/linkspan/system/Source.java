package io.linkspan.system;

import io.linkspan.record.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A system that records are read from. One for each configured system; safe for several threads. */
public interface Source {
    /**
     * Reads one page and hands on each record as it streams in, so that a page of any size needs little memory.
     *
     * @throws FaultException when the page could not be read to its end; records handed on before stay valid
     */
    PageEnd read(Pull pull, PageRequest request, RecordSink sink, CallContext context) throws FaultException;

    /**
     * Takes one record at a time, in the order of the document. What it throws ends the reading, is nobody's fault but its
     * own for the breaker, and comes out of {@link #read} as it is.
     */
    @FunctionalInterface
    interface RecordSink {
        /** Takes a record that stands by itself. */
        void accept(Payload record);
    }

    /**
     * Which page.
     *
     * @param values what fills the request template: {@code since}, {@code until}, {@code cursor}, {@code size}, {@code
     *     page}, {@code offset}; a value that is not there fills in as nothing
     */
    record PageRequest(Map<String, String> values) {
        /** Keeps the values safe from changes. */
        public PageRequest {
            values = Map.copyOf(values);
        }
    }

    /**
     * What the answer said about the page.
     *
     * @param records how many records it held
     * @param next what fills in the next request ({@code cursor}, {@code page} or {@code offset}), or null at the end
     */
    record PageEnd(long records, @Nullable Map<String, String> next) {}
}
