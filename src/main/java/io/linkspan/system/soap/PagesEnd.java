package io.linkspan.system.soap;

import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull.End;
import io.linkspan.system.answer.ScannedAnswer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where counted pages end. What the flow says tells of the end must be there in every answer: a flag that is not there is a
 * wrong path, not a "no", or half a list would pass for a whole one.
 */
final class PagesEnd {
    private static final Set<String> YES = Set.of("true", "1");

    private final End end;
    private final int size;

    PagesEnd(End end, int size) {
        this.end = end;
        this.size = size;
    }

    /** What must be read from an answer. */
    static List<String> wanted(End end) {
        return Stream.of(end.more(), end.total(), end.pages())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * Whether a page was the last.
     *
     * @param count how many records it held
     * @param read how many records were read in all
     * @param pages how many pages were read in all
     */
    boolean reached(long count, long read, long pages, ScannedAnswer answer) throws FaultException {
        if (count == 0) {
            return true;
        }
        if (end.more() != null) {
            return !YES.contains(said(end.more(), answer));
        }
        if (end.total() != null) {
            return read >= number(end.total(), said(end.total(), answer));
        }
        if (end.pages() != null) {
            return pages >= number(end.pages(), said(end.pages(), answer));
        }
        return !end.emptyOnly() && count < size;
    }

    private static String said(String path, ScannedAnswer answer) throws FaultException {
        String value = answer.values().get(path);
        if (value == null) {
            throw new FaultException(new Fault.Misconfigured(
                    "paging-value", "the answer has no " + path + ", which tells whether more pages follow"));
        }
        return value.strip();
    }

    static long number(String what, String text) throws FaultException {
        if (!text.matches("\\d{1,18}")) {
            throw new FaultException(
                    new Fault.Misconfigured("paging-value", what + " should be a whole number, not '" + text + "'"));
        }
        return Long.parseLong(text);
    }
}
