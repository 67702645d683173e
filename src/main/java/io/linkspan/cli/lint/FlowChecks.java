package io.linkspan.cli.lint;

import io.linkspan.flow.FlowFile;
import io.linkspan.yaml.Problems;

/** The checks of one flow file that was read without an error. */
public final class FlowChecks {
    private FlowChecks() {}

    /** Notes everything odd. */
    public static void check(FlowFile file, Problems problems) {
        new SourceCheck(file, problems).check();
        new ReferenceCheck(file, problems).check();
        new IdleRules(file, problems).check();
        new TargetCheck(file, problems).check();
    }
}
