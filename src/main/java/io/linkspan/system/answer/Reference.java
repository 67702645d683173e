package io.linkspan.system.answer;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element's word that it stands for another one of the document.
 *
 * @param id the other one's id
 * @param sure whether there must be such an element: an attribute {@code ref} may mean something else
 */
record Reference(String id, boolean sure) {
    /** What the element the reader stands on refers to, or null. */
    static @Nullable Reference in(XMLStreamReader in, Beside beside) {
        String href = in.getAttributeValue(null, "href");
        if (href != null) {
            return href.startsWith("#") && href.length() > 1 ? new Reference(href.substring(1), true) : null;
        }
        String ref = beside.hrefs() ? in.getAttributeValue(null, "ref") : null;
        return ref == null || ref.isEmpty() ? null : new Reference(ref, false);
    }
}
