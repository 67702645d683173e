package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Namespaces;

/** Hands a document in memory to a collector, as if it were read. */
final class ResolvedFeed {
    private final Collector collector;

    ResolvedFeed(Collector collector) {
        this.collector = collector;
    }

    void record(Resolved.Element root) throws UnreadableRecordException {
        collector.enterRecord(root.local());
        inside(root);
        collector.leave();
    }

    private void element(Resolved.Element element) throws UnreadableRecordException {
        if (collector.enter(element.uri(), element.local())) {
            inside(element);
        }
        collector.leave();
    }

    private void inside(Resolved.Element element) throws UnreadableRecordException {
        for (Resolved.Attribute attribute : element.attributes()) {
            if (attribute.uri().equals(Namespaces.XSI)) {
                collector.latest().instance(attribute.local(), attribute.value());
            }
            if (collector.latest().wantsAttributes()) {
                collector.latest().attribute(attribute.uri(), attribute.local(), attribute.value());
            }
        }
        for (Object child : element.content()) {
            if (child instanceof Resolved.Element inner) {
                element(inner);
            } else if (collector.collects()) {
                char[] text = child.toString().toCharArray();
                collector.characters(text, 0, text.length);
            }
        }
    }
}
