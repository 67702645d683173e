package io.linkspan.flow;

import java.util.List;

/** What may stand behind a key of the flow file. The reader checks by it, and the editor's JSON Schema is made from it. */
sealed interface Expects {
    /** A single value that is not blank. */
    record Text() implements Expects {}

    /** A single value that may be empty. */
    record AnyText() implements Expects {}

    /** A path into a document. */
    record Path() implements Expects {}

    /** A time span such as {@code 30s} or {@code 1h30m}. */
    record Span() implements Expects {}

    /** A whole number within bounds, both included. */
    record Count(int least, int most) implements Expects {}

    /** {@code true} or {@code false}. */
    record Flag() implements Expects {}

    /** An HTTP call such as {@code PUT /v1/companies/{externalId}}. */
    record HttpCall() implements Expects {}

    /** A list of single values; one value stands for a list of one. */
    record Texts() implements Expects {}

    /** Keys of their own. */
    record Keys(Section section) implements Expects {}

    /** A list of sections. */
    record ListOf(Section section) implements Expects {}

    /** Names with tables of names with values. */
    record Table() implements Expects {}

    /** Read by the mapping engine; the schema says what it looks like. */
    record Raw(String schema) implements Expects {}

    /** One of some words, or another text where {@code open}. */
    record Word(List<String> words, boolean open) implements Expects {}
}
