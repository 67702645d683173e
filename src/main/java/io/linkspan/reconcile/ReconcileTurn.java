package io.linkspan.reconcile;

import io.linkspan.broker.BrokerException;
import io.linkspan.flow.Flow;
import io.linkspan.flow.Upkeep;
import io.linkspan.flow.Upkeep.Absence;
import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.ledger.LeaseKeeper;
import io.linkspan.reconcile.Finding.Kind;
import io.linkspan.reconcile.KeyTable.Side;
import io.linkspan.reconcile.Reconciliation.Counts;
import io.linkspan.reconcile.Reconciliation.Status;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Removal;
import io.linkspan.system.Source;
import io.linkspan.system.Systems;
import io.linkspan.system.Target;
import io.linkspan.system.TargetList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a reconciliation on: lists, compares, heals. What passes by itself is waited for; the rest ends it with a reason. */
final class ReconcileTurn {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileTurn.class);

    private final Systems systems;
    private final RunTable runs;
    private final KeyTable keys;
    private final FindingTable findings;
    private final KeyLists lists;
    private final Healing healing;
    private final LeaseKeeper leases;

    ReconcileTurn(
            Systems systems, RunTable runs, KeyTable keys, FindingTable findings, Healing healing, LeaseKeeper leases) {
        this.systems = systems;
        this.runs = runs;
        this.keys = keys;
        this.findings = findings;
        this.lists = new KeyLists(keys);
        this.healing = healing;
        this.leases = leases;
    }

    /** Goes on with a run; one at a time for each flow, over all replicas. {@code goOn} is false when the service stops. */
    void take(Reconciliation run, Flow flow, BooleanSupplier goOn) {
        String lease = "reconcile-" + run.flow();
        if (!leases.take(lease)) {
            return;
        }
        try {
            carryOn(run, flow, () -> goOn.getAsBoolean() && leases.holds(lease));
        } catch (KeyLists.ListUnfit unfit) {
            fail(run, String.valueOf(unfit.getMessage()));
        } catch (FaultException told) {
            if (passes(told.fault())) {
                LOG.warn("{}: the reconciliation waits: {}", run.flow(), told.getMessage());
            } else {
                fail(run, String.valueOf(told.getMessage()));
            }
        } catch (BrokerException | DatabaseUnavailable | KeyLists.BrokenOff away) {
            LOG.warn("{}: the reconciliation waits: {}", run.flow(), away.getMessage());
        } finally {
            leases.giveBack(lease);
        }
    }

    private void carryOn(Reconciliation run, Flow flow, BooleanSupplier goOn) throws FaultException {
        Source source = systems.source(flow.from().system()).orElse(null);
        Upkeep.Listed list = flow.from().upkeep().keys();
        if (source == null || list == null) {
            fail(run, "flow '" + flow.name() + "' does not say how its keys are listed any more");
            return;
        }
        if (run.status() == Status.COMPARING) {
            compare(run, flow, list, source, goOn);
        }
        Reconciliation compared = runs.find(run.id()).orElse(run);
        List<String> left = run.heal() ? heal(compared, flow, source, goOn) : List.of();
        runs.end(run.id(), Status.DONE, String.join("; ", left));
        LOG.info(
                "{}: reconciled: {}",
                run.flow(),
                runs.find(run.id()).orElse(run).counts());
    }

    private void compare(Reconciliation run, Flow flow, Upkeep.Listed list, Source source, BooleanSupplier goOn)
            throws FaultException {
        UUID id = run.id();
        keys.clear(id);
        findings.clear(id);
        lists.source(id, list, source, goOn);
        TargetList held = flow.to().list();
        Target target = held == null ? null : systems.target(flow.to().system()).orElse(null);
        if (held != null && target != null) {
            lists.target(id, held, target, goOn);
        }
        long ledger = keys.copyLedger(id, flow.name(), run.createdAt());
        boolean listed = target != null;
        Removal removal = flow.to().delete();
        boolean keeps = removal != null && !removal.deletes();
        findings.compare(id, flow.name(), listed, keeps, run.createdAt());
        runs.compared(id, keys.count(id, Side.SOURCE), ledger, listed ? keys.count(id, Side.TARGET) : -1);
        keys.clear(id);
    }

    /** Heals what may be healed and tells what was left, and why. */
    private List<String> heal(Reconciliation run, Flow flow, Source source, BooleanSupplier goOn)
            throws FaultException {
        List<String> left = new ArrayList<>();
        Upkeep upkeep = flow.from().upkeep();
        if (upkeep.get() != null) {
            healing.resend(run, Kind.MISSING, flow, upkeep.get(), source, goOn);
            healing.resend(run, Kind.DIFFERENT, flow, upkeep.get(), source, goOn);
        } else if (run.counts().missing() + run.counts().different() > 0) {
            left.add("missing and different records are left: write from.get, which asks for one record by its key");
        }
        String refusal = refusal(run, flow);
        if (refusal == null) {
            healing.remove(run, flow, goOn);
        } else if (run.counts().gone() > 0) {
            left.add(refusal);
        }
        return left;
    }

    /** Why nothing may be deleted; null where it may. */
    private static @Nullable String refusal(Reconciliation run, Flow flow) {
        Absence absence = flow.from().upkeep().absence();
        if (absence == null || flow.to().delete() == null) {
            return "records that are gone are left: the flow does not say from: { deleted: { absent: true } } and to: "
                    + "{ delete: … }";
        }
        Counts counts = run.counts();
        Integer asked = run.deleteUpTo();
        long allowed = asked == null ? allowed(absence, counts) : asked;
        if (counts.gone() > allowed) {
            return counts.gone() + " of " + counts.ledger() + " delivered records are gone at the source, and at most "
                    + allowed
                    + " may be deleted at once (from.deleted.most, from.deleted.share): nothing was deleted. If "
                    + "they are really gone, reconcile with --delete-up-to " + counts.gone();
        }
        return null;
    }

    /** An empty list is never believed: it is a broken source much more often than an empty one. */
    private static long allowed(Absence absence, Counts counts) {
        long share = Math.max(1, counts.ledger() * absence.share() / 100);
        return counts.source() == 0 ? 0 : Math.min(absence.most(), share);
    }

    private void fail(Reconciliation run, String why) {
        runs.end(run.id(), Status.FAILED, why);
        keys.clear(run.id());
        LOG.error("{}: the reconciliation failed: {}", run.flow(), why);
    }

    private static boolean passes(Fault fault) {
        return fault instanceof Fault.Unavailable
                || fault instanceof Fault.Limited
                || fault instanceof Fault.Passing
                || fault instanceof Fault.Unsure;
    }
}
