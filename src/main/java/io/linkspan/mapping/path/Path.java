package io.linkspan.mapping.path;

import java.util.List;

/**
 * A checked source path.
 *
 * @param start where reading begins
 * @param ups how many {@code ..} follow
 * @param steps the way from there
 * @param text as the person wrote it
 */
public record Path(Start start, int ups, List<Step> steps, String text) {
    /** Where a path begins. */
    public enum Start {
        /** At the element in hand: the record, the item of a list, in a predicate the element under test. */
        HERE,
        /** At the record, {@code /…}. */
        RECORD,
        /** In a predicate: at the record or item the field belongs to, {@code $…}. */
        FIELD,
        /** At the elements behind the entry in hand, up to the next entry: {@code followers()}. */
        FOLLOWERS,
        /** At the entries of its own list that the entry stands in, from the outermost to itself: {@code trail()}. */
        TRAIL
    }

    /** One step of a path. */
    public sealed interface Step {}

    /**
     * To child elements, or to all descendants.
     *
     * @param deep whether {@code //} stood before
     * @param predicates each narrows what the ones before left
     */
    public record Elements(boolean deep, NameTest name, List<Predicate> predicates) implements Step {}

    /** Stays at the element, if it passes: {@code .[type()='Company']}; always first. */
    public record Self(List<Predicate> predicates) implements Step {}

    /** To an attribute; always last. */
    public record Attribute(NameTest name) implements Step {}

    /**
     * Into what an element holds as text.
     *
     * @param predicates each narrows what the ones before left
     */
    public record Held(Format format, List<Predicate> predicates) implements Step {}

    /** To something said about the element rather than by it; always last. */
    public record About(Fact fact) implements Step {}

    /** How a text holds something to read in. */
    public sealed interface Format {}

    /** The languages a text may hold a document in. */
    public enum Document implements Format {
        /** {@code xml()}. */
        XML,
        /** {@code json()}. */
        JSON
    }

    /** {@code base64()}: a text that is written in Base64. */
    public record Base64() implements Format {}

    /** {@code split(';')}: several texts, with this between them. */
    public record Split(String by) implements Format {}

    /** What can be asked about an element. */
    public enum Fact {
        /** {@code text()}: its own text, without that of the elements in it. */
        OWN_TEXT("text()"),
        /** {@code name()}: its local name. */
        NAME("name()"),
        /** {@code type()}: the local name its {@code xsi:type} gives. */
        TYPE("type()"),
        /** {@code position()}: its place in its list, from 1. */
        POSITION("position()"),
        /** {@code level()}: how many elements of its own list it stands in, from 1. */
        LEVEL("level()");

        private final String written;

        Fact(String written) {
            this.written = written;
        }

        /** As in a path. */
        public String written() {
            return written;
        }
    }

    /** What narrows a step. */
    public sealed interface Predicate {}

    /** {@code [2]}: the nth, from 1. */
    public record Nth(int position) implements Predicate {}

    /** {@code [last()]}, {@code [last()-1]}. */
    public record FromEnd(int back) implements Predicate {}

    /** {@code [@type='BILL']}. */
    public record Holds(Condition condition) implements Predicate {}

    @Override
    public String toString() {
        return text;
    }
}
