package io.linkspan.intake;

/** A page holds what its window cannot hold: whoever goes on from it may lose records. The message says what and the mend. */
final class PageUnfit extends RuntimeException {
    private final String code;

    private PageUnfit(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** For metrics. */
    String code() {
        return code;
    }

    static PageUnfit outside(String changedAt, String window) {
        return new PageUnfit(
                "outside-window",
                "a record changed at " + changedAt + " came in a page that was asked for " + window
                        + ": the source seems to ignore a part of the filter. Mend the request, or leave the filter out");
    }

    static PageUnfit nameless() {
        return new PageUnfit(
                "nameless-deletion", "an entry of the list of deletions names no key: mend from.deleted.key");
    }

    static PageUnfit unreadable(String changedAt) {
        return new PageUnfit(
                "unreadable-time",
                "a record says it was changed at '" + changedAt
                        + "', which is no time by the flow's 'since': mend its field, format or zone");
    }
}
