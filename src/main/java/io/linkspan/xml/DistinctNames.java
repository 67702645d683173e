package io.linkspan.xml;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts the different names of one document: elements, attributes, namespace prefixes and processing instructions. The
 * parser keeps each in a table that takes a time growing with the square of their number; 200,000 element names in 2 MB would
 * keep it busy for minutes. Names are told apart by identity, as the parser interns them, so that no choice of names can make
 * the counting slow. Not safe for several threads.
 */
public final class DistinctNames {
    /** What one document may have: far more than any schema names, few enough for the parser to take milliseconds. */
    public static final int MOST = 10_000;

    /** A document that is no larger cannot have enough names to matter. */
    public static final int HARMLESS_LENGTH = 8_192;

    private static final String DECLARATION = "xmlns";
    private static final String INSTRUCTION = "?";

    private final int most;
    private @Nullable String[] prefixes = new @Nullable String[256];
    private @Nullable String[] locals = new @Nullable String[256];
    private int count;

    /** Begins a document. */
    public DistinctNames(int most) {
        this.most = most;
    }

    /** A document has more different names than it may. */
    public static final class TooManyNames extends XMLStreamException {
        private static final long serialVersionUID = 1L;

        private TooManyNames(int most, Location location) {
            super("more than " + most + " different names of elements and attributes");
            this.location = location;
        }
    }

    /** Takes note of the event the reader stands on. */
    public void event(int event, XMLStreamReader in) throws TooManyNames {
        if (event == XMLStreamConstants.START_ELEMENT) {
            element(in);
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            note(INSTRUCTION, in.getPITarget(), in);
        }
    }

    private void element(XMLStreamReader in) throws TooManyNames {
        note(in.getPrefix(), in.getLocalName(), in);
        for (int i = in.getAttributeCount() - 1; i >= 0; i--) {
            note(in.getAttributePrefix(i), in.getAttributeLocalName(i), in);
        }
        for (int i = in.getNamespaceCount() - 1; i >= 0; i--) {
            note(DECLARATION, in.getNamespacePrefix(i), in);
        }
    }

    private void note(@Nullable String prefix, @Nullable String local, XMLStreamReader in) throws TooManyNames {
        String first = prefix == null ? "" : prefix;
        String second = local == null ? "" : local;
        int slot = slot(first, second);
        if (locals[slot] == null) {
            if (++count > most) {
                throw new TooManyNames(most, in.getLocation());
            }
            prefixes[slot] = first;
            locals[slot] = second;
            if (count * 2 > locals.length) {
                grow();
            }
        }
    }

    @SuppressWarnings({"StringEquality", "ReferenceEquality"}) // interned: the same name is the same object
    private int slot(@Nullable String prefix, @Nullable String local) {
        int mask = locals.length - 1;
        int slot = (31 * System.identityHashCode(prefix) + System.identityHashCode(local)) & mask;
        while (locals[slot] != null && (locals[slot] != local || prefixes[slot] != prefix)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        @Nullable String[] oldPrefixes = prefixes;
        @Nullable String[] oldLocals = locals;
        prefixes = new @Nullable String[oldPrefixes.length * 4];
        locals = new @Nullable String[oldLocals.length * 4];
        for (int i = 0; i < oldLocals.length; i++) {
            if (oldLocals[i] != null) {
                int slot = slot(oldPrefixes[i], oldLocals[i]);
                prefixes[slot] = oldPrefixes[i];
                locals[slot] = oldLocals[i];
            }
        }
    }
}
