package io.linkspan.sandbox.crm;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a collection demands of its records. */
@FunctionalInterface
interface Rules {
    /** Everything that is wrong with a record; nothing where it is fine. */
    List<Flaw> flaws(JsonNode record);
}
