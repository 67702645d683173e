package io.linkspan.mapping.plan;

import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.read.Limits;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says for all of its fields.
 *
 * @param namespaces the prefixes
 * @param zone the zone of times that name none
 * @param defaults what becomes of values that are not there
 * @param limits how large a record may be
 * @param xml how the target's XML begins; null for a JSON target
 * @param jsonInput whether the source is known to be JSON
 */
record FileSettings(
        Namespaces namespaces,
        ZoneId zone,
        Emptiness defaults,
        Limits limits,
        @Nullable XmlOutput xml,
        boolean jsonInput) {

    /**
     * How the target's XML begins.
     *
     * @param root the root element's name
     * @param declaration whether an XML declaration stands before
     * @param defaultNamespace the namespace of names without a prefix, or null
     * @param declared prefixes to be declared although no name has them: they stand in values
     */
    record XmlOutput(
            String root, boolean declaration, @Nullable String defaultNamespace, List<String> declared) {}
}
