package io.linkspan.deadletter;

import java.util.regex.Pattern;

/** Takes out of a message what may differ from record to record, or may be a person's data. */
final class Folding {
    private static final int LONGEST = 200;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|«[^»]*»|“[^”]*”|`[^`]*`");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
    private static final Pattern WITH_DIGIT = Pattern.compile("[\\p{L}\\p{N}_+.-]*\\p{N}[\\p{L}\\p{N}_+:.-]*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Folding() {}

    /** What stays is the same for every record with this problem. */
    static String fold(String message) {
        String start = message.length() > 4 * LONGEST ? message.substring(0, 4 * LONGEST) : message;
        String folded = QUOTED.matcher(start).replaceAll("‹…›");
        folded = ADDRESS.matcher(folded).replaceAll("‹…›");
        folded = WITH_DIGIT.matcher(folded).replaceAll("#");
        folded = BLANKS.matcher(folded).replaceAll(" ").strip();
        return folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
    }
}
