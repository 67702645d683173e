package io.linkspan.mapping.read;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an element in memory as a document of its own. */
final class ResolvedText {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    /** The element's text, and as its last children the sections it shares with others. */
    static String of(Resolved.Element element, Iterable<Resolved.Element> shared) {
        ResolvedText writer = new ResolvedText();
        writer.prefixes.put(XML, "xml");
        writer.collect(element);
        shared.forEach(writer::collect);
        writer.element(element, true, shared);
        return writer.text.toString();
    }

    private void collect(Resolved.Element element) {
        prefix(element.uri());
        element.attributes().forEach(attribute -> prefix(attribute.uri()));
        for (Object child : element.content()) {
            if (child instanceof Resolved.Element inner) {
                collect(inner);
            }
        }
    }

    private void prefix(String uri) {
        if (!uri.isEmpty()) {
            prefixes.computeIfAbsent(uri, next -> "n" + prefixes.size());
        }
    }

    private String name(String uri, String local) {
        return uri.isEmpty() ? local : prefixes.get(uri) + ":" + local;
    }

    private void element(Resolved.Element element, boolean root, Iterable<Resolved.Element> shared) {
        String name = name(element.uri(), element.local());
        text.append('<').append(name);
        if (root) {
            prefixes.forEach((uri, prefix) -> {
                if (!uri.equals(XML)) {
                    attribute("xmlns:" + prefix, uri);
                }
            });
        }
        element.attributes()
                .forEach(attribute -> attribute(name(attribute.uri(), attribute.local()), attribute.value()));
        text.append('>');
        for (Object child : element.content()) {
            if (child instanceof Resolved.Element inner) {
                element(inner, false, shared);
            } else {
                XmlCopy.escape(text, child.toString(), false);
            }
        }
        if (root) {
            shared.forEach(section -> element(section, false, shared));
        }
        text.append("</").append(name).append('>');
    }

    private void attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        XmlCopy.escape(text, value, true);
        text.append('"');
    }
}
