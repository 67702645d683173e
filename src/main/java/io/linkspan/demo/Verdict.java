package io.linkspan.demo;

import io.linkspan.sandbox.ComparisonReport;
import io.linkspan.sandbox.SandboxComparison;

/** Whether the CRM is the mapped ERP, told to a person. */
record Verdict(Tally tally, ComparisonReport report) {
    static Verdict of(Tally tally, DemoWorld world) {
        return new Verdict(
                tally, SandboxComparison.compare(world.erp().url(), world.crm().url()));
    }

    /** Whether nothing is missing or different any more. */
    boolean complete() {
        return report.lost().isEmpty() && report.differing().isEmpty();
    }

    /** Whether the promise is kept: nothing lost, nothing doubled, nothing overtaken, nothing different. */
    boolean good() {
        return report.faithful() && report.repeated().isEmpty();
    }

    String text(boolean settled) {
        String head = settled ? "" : "\nNothing has moved for too long; this is how it stands.\n";
        String tail = good()
                ? "The CRM holds what the ERP holds: every customer once, with the content the mapping asks for."
                : report.summary();
        return head
                + """

                  pulled      %,8d   records read from the ERP
                  delivered   %,8d   accepted by the CRM
                  unchanged   %,8d   the CRM held them already
                  superseded  %,8d   a newer state was delivered
                  retried     %,8d   tried again after a fault
                  dead        %,8d   need a person
                  duplicates  %,8d   given to the CRM more often than asked for
                  lost        %,8d   not in the CRM

                %,.1f seconds, %,.0f records a second.
                """.formatted(
                                tally.pulled(),
                                tally.outcome("delivered"),
                                tally.outcome("unchanged"),
                                tally.outcome("superseded"),
                                tally.outcome("retry"),
                                tally.outcome("dead"),
                                report.doubled().size() + report.repeated().size(),
                                report.lost().size(),
                                tally.seconds(),
                                tally.settledForGood() / tally.seconds())
                + tail;
    }
}
