package io.linkspan.xml;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.in.ReaderConfig;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.util.CharsetNames;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A parser that supports neither DTDs nor external entities, and forgets. Aalto's factories remember every name their
 * documents ever had, for the next document; they find names in a time that grows with their number, and add them in one that
 * grows with its square. So a factory that has come to know too many gives way to a new one. Safe for several threads.
 */
public final class XmlParser {
    /** More than all flows of a house use, few enough to be found and copied at once. */
    private static final int MOST_REMEMBERED = 4_000;

    private final Map<String, Boolean> settings;
    private volatile Remembering remembering;

    /** A factory, and what shows how many names it remembers. */
    private record Remembering(InputFactoryImpl factory, ReaderConfig utf8, ReaderConfig latin1, ReaderConfig ascii) {
        boolean utf8IsFull() {
            return utf8.getBBSymbols().size() > MOST_REMEMBERED;
        }

        boolean isFull() {
            return utf8IsFull()
                    || latin1.getBBSymbols().size() > MOST_REMEMBERED
                    || ascii.getBBSymbols().size() > MOST_REMEMBERED
                    || utf8.getCBSymbols().size() > MOST_REMEMBERED;
        }
    }

    /**
     * A parser with some settings beside those it needs to be safe.
     *
     * @param settings by their names in {@link XMLInputFactory} and {@link org.codehaus.stax2.XMLInputFactory2}
     */
    public XmlParser(Map<String, Boolean> settings) {
        this.settings = Map.copyOf(settings);
        this.remembering = fresh();
    }

    private Remembering fresh() {
        InputFactoryImpl factory = new InputFactoryImpl();
        settings.forEach(factory::setProperty);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return new Remembering(
                factory,
                looking(factory, CharsetNames.CS_UTF8),
                looking(factory, CharsetNames.CS_ISO_LATIN1),
                looking(factory, CharsetNames.CS_US_ASCII));
    }

    private static ReaderConfig looking(InputFactoryImpl factory, String encoding) {
        ReaderConfig config = factory.getNonSharedConfig(null, null, null, false, false);
        config.setActualEncoding(encoding);
        return config;
    }

    /** What opens the next document, whatever its encoding. */
    public InputFactoryImpl factory() {
        Remembering now = remembering;
        return now.isFull() ? renewed() : now.factory;
    }

    /** What opens the next document where it can only be UTF-8; spares looking further. */
    public InputFactoryImpl utf8Factory() {
        Remembering now = remembering;
        return now.utf8IsFull() ? renewed() : now.factory;
    }

    /**
     * Reads on. Aalto lets other exceptions out than StAX says: for an element whose prefix is {@code xmlns}, for one.
     *
     * @return the event
     */
    public static int next(XMLStreamReader in) throws XMLStreamException {
        try {
            return in.next();
        } catch (UncheckedStreamException told) {
            throw told;
        } catch (RuntimeException confused) {
            throw new XMLStreamException("the XML cannot be understood here", in.getLocation(), confused);
        }
    }

    private InputFactoryImpl renewed() {
        Remembering fresh = fresh();
        remembering = fresh;
        return fresh.factory;
    }
}
