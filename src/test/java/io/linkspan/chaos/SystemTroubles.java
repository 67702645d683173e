package io.linkspan.chaos;

import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.Customers;
import io.linkspan.sandbox.erp.SandboxErp;
import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import io.linkspan.sandbox.fault.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the ERP and the CRMs do to whoever calls them. */
final class SystemTroubles {
    private static final Duration LONGER_THAN_THE_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration WITHIN_THE_TIMEOUT = Duration.ofMillis(1200);

    private final World world;
    private final Fleet fleet;
    private final Operator operator;

    SystemTroubles(World world, Fleet fleet, Operator operator) {
        this.world = world;
        this.fleet = fleet;
        this.operator = operator;
    }

    List<Trouble> erp() {
        SandboxErp erp = world.erp();
        Struck struck = new Struck(erp.journal(), erp::play, erp::behave);
        List<Trouble> all = new ArrayList<>();
        for (FaultKind kind : List.of(
                FaultKind.UNAVAILABLE,
                FaultKind.ERROR,
                FaultKind.LIMITED,
                FaultKind.RESET_BEFORE,
                FaultKind.RESET_AFTER,
                FaultKind.HALF_ANSWER,
                FaultKind.CUT_ANSWER,
                FaultKind.SOAP_FAULT,
                FaultKind.FAULT_IN_200)) {
            all.add(struck.storm(kind, FaultRule.of(kind)));
        }
        all.add(struck.storm(
                FaultKind.NO_ANSWER, FaultRule.of(FaultKind.NO_ANSWER).delay(LONGER_THAN_THE_TIMEOUT)));
        all.add(struck.storm(
                FaultKind.LATE_ANSWER, FaultRule.of(FaultKind.LATE_ANSWER).delay(WITHIN_THE_TIMEOUT)));
        for (FaultKind kind : List.of(FaultKind.GARBLED, FaultKind.NO_ANSWER_ELEMENT, FaultKind.WRONG_ENCODING)) {
            all.add(mended(struck.storm(kind, FaultRule.of(kind))));
        }
        all.add(Trouble.of("clock skew", dice -> {
            int seconds = dice.nextInt(-120, 120);
            world.clock().skewMillis(seconds * 1000L);
            Thread.sleep(dice.nextInt(1000, 4000));
            world.clock().skewMillis(0);
            return seconds + " s";
        }));
        return all;
    }

    List<Trouble> crm(String flow) {
        SandboxCrm crm = world.crm(flow);
        Struck struck = new Struck(crm.journal(), crm::play, crm::behave);
        List<Trouble> all = new ArrayList<>();
        for (FaultKind kind : List.of(
                FaultKind.UNAVAILABLE,
                FaultKind.ERROR,
                FaultKind.LIMITED,
                FaultKind.RESET_BEFORE,
                FaultKind.RESET_AFTER,
                FaultKind.HALF_ANSWER,
                FaultKind.CUT_ANSWER,
                FaultKind.WRONG_ENCODING)) {
            all.add(struck.storm(kind, FaultRule.of(kind).chance(0.7)));
        }
        all.add(struck.storm(
                FaultKind.NO_ANSWER,
                FaultRule.of(FaultKind.NO_ANSWER).delay(LONGER_THAN_THE_TIMEOUT).next(4)));
        all.add(struck.storm(
                FaultKind.LATE_ANSWER, FaultRule.of(FaultKind.LATE_ANSWER).delay(WITHIN_THE_TIMEOUT)));
        all.add(Trouble.of("record refused", dice -> {
            String number = Customers.number(dice.nextInt(world.erp().size()));
            Duration lasting = Duration.ofMillis(dice.nextInt(2000, 5000));
            crm.play(FaultRule.of(FaultKind.REFUSED_RECORD).record(number).lasting(lasting));
            world.erp().change(number);
            Thread.sleep(lasting);
            return "customer " + number;
        }));
        all.add(killedInCall(crm));
        all.add(longOutage(flow));
        if (flow.equals(FlowFiles.KEYED)) {
            all.add(struck.storm(FaultKind.HELD, FaultRule.of(FaultKind.HELD).delay(WITHIN_THE_TIMEOUT)));
            all.add(poisonedBatch(crm));
        }
        return all;
    }

    /** An answer nobody can trust stops the flow until a person has looked. */
    private Trouble mended(Trouble trouble) {
        return Trouble.of(trouble.name(), dice -> {
            String hit = trouble.strike(dice);
            Thread.sleep(1000);
            int stopped = operator.resumeAll();
            return hit.equals(Trouble.MISSED) ? hit : hit + ", " + stopped + " flows stopped and resumed";
        });
    }

    /** The CRM has applied the call and holds its answer back when the caller dies. */
    private Trouble killedInCall(SandboxCrm crm) {
        return Trouble.of("replica killed in a call", dice -> {
            Struck struck = new Struck(crm.journal(), crm::play, () -> {});
            int which = dice.nextInt(2);
            Trouble late =
                    struck.lasting("", FaultRule.of(FaultKind.LATE_ANSWER).delay(WITHIN_THE_TIMEOUT), 1, 2);
            String hit = late.strike(dice);
            String killed = hit.equals(Trouble.MISSED) ? hit : fleet.kill(which);
            crm.behave();
            return killed;
        });
    }

    /** Longer than a record's attempts would last, were any spent. */
    private Trouble longOutage(String flow) {
        SandboxCrm crm = world.crm(flow);
        return new Struck(crm.journal(), crm::play, crm::behave)
                .lasting("outage", FaultRule.of(FaultKind.UNAVAILABLE), 25_000, 30_000);
    }

    private Trouble poisonedBatch(SandboxCrm crm) {
        return Trouble.of("whole batch refused", dice -> {
            int first = dice.nextInt(world.erp().size() - 20);
            Duration lasting = Duration.ofMillis(dice.nextInt(2000, 4000));
            String culprit = Customers.number(first + 7);
            crm.play(FaultRule.of(FaultKind.REFUSED_RECORD).record(culprit).lasting(lasting));
            crm.play(FaultRule.of(FaultKind.WHOLE_BATCH).lasting(lasting));
            for (int i = 0; i < 20; i++) {
                world.erp().change(Customers.number(first + i));
            }
            Thread.sleep(lasting);
            return "20 records around " + culprit;
        });
    }

    /** Calls of one system that go wrong for a while. */
    private record Struck(Journal journal, Consumer<FaultRule> play, Runnable behave) {
        private static final Duration NOBODY_COMES = Duration.ofSeconds(8);

        Trouble storm(FaultKind kind, FaultRule rule) {
            return lasting(kind.text(), rule, 500, 2500);
        }

        /** Waits for the first call it can hit, and goes on from there. */
        Trouble lasting(String name, FaultRule rule, int least, int most) {
            return Trouble.of(name, dice -> {
                int lasting = dice.nextInt(least, most);
                long before = hits(rule.kind());
                Instant latest = Instant.now().plus(NOBODY_COMES);
                play.accept(rule);
                while (hits(rule.kind()) == before && Instant.now().isBefore(latest)) {
                    Thread.sleep(20);
                }
                Thread.sleep(hits(rule.kind()) == before ? 0 : lasting);
                behave.run();
                long hit = hits(rule.kind()) - before;
                return hit == 0 ? Trouble.MISSED : hit + " calls in " + lasting + " ms";
            });
        }

        private long hits(FaultKind kind) {
            return journal.faults().getOrDefault(kind.text(), 0L);
        }
    }
}
