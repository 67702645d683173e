package io.linkspan.cli.lint;

import io.linkspan.flow.WrittenFlow;
import io.linkspan.yaml.Problems;

/** The checks of one flow file, whatever else is wrong in it. */
public final class FlowChecks {
    private FlowChecks() {}

    /** Notes everything odd. */
    public static void check(WrittenFlow file, Problems problems) {
        new SourceCheck(file, problems).check();
        new ReferenceCheck(file, problems).check();
        new IdleRules(file, problems).check();
        new TargetCheck(file, problems).check();
    }
}
