package io.linkspan.cli;

/** The comment that tells editors which schema a flow file follows. */
final class Modeline {
    static final String TEXT = "# yaml-language-server: $schema=schema/flow.schema.json";

    private Modeline() {}

    static boolean in(String text) {
        return text.lines().limit(5).anyMatch(line -> line.startsWith("# yaml-language-server:"));
    }
}
