package io.linkspan.mapping.plan;

import io.linkspan.mapping.MappingOutline;
import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.Note;
import io.linkspan.mapping.References;
import io.linkspan.mapping.read.Limits;
import io.linkspan.mapping.read.Reading;
import io.linkspan.mapping.read.Shape;
import io.linkspan.mapping.read.Unread;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.mapping.read.Way;
import io.linkspan.mapping.write.Sink;
import io.linkspan.record.Payload;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A compiled mapping. Immutable but for the runs it keeps for the next records; safe for several threads. */
public final class Plan {
    private static final int KEPT_RUNS = 8;

    private final Shape shape;
    private final Limits limits;
    private final List<Scope> scopes;
    private final List<Way> siblings;
    private final Members members;
    private final List<Check> checks;
    private final List<Compilation.HeldPath> heldPaths;
    private final MappingOutline outline;
    private final Supplier<Sink> sinks;
    private final Payload.Format output;
    private final AtomicReferenceArray<@Nullable Run> idle = new AtomicReferenceArray<>(KEPT_RUNS);

    Plan(Compilation compilation, FileSettings settings, List<Part> parts, List<Check> checks, Supplier<Sink> sinks) {
        this.shape = compilation.shape;
        this.scopes = List.copyOf(compilation.scopes);
        this.siblings = List.copyOf(compilation.siblings);
        this.limits = settings.limits();
        this.output = settings.xml() == null ? Payload.Format.JSON : Payload.Format.XML;
        this.members = new Members(parts);
        this.checks = List.copyOf(checks);
        this.outline = compilation.outliner.outline();
        this.heldPaths = List.copyOf(compilation.heldPaths);
        this.sinks = sinks;
    }

    /** What the plan does, field by field. */
    public MappingOutline outline() {
        return outline;
    }

    /** Maps a record. */
    public MappingResult map(Payload record, References references, boolean traced) {
        Run run = take();
        Trace trace = traced ? new Trace() : null;
        try {
            run.reading.read(record);
            run.begin(references, trace);
            noteUnread(run);
            write(run);
            return result(run, trace);
        } catch (UnreadableRecordException unreadable) {
            return unreadable(unreadable);
        } finally {
            giveBack(run);
        }
    }

    /** Says of each document held in a text that could not be read which fields it was for. */
    private void noteUnread(Run run) {
        for (Unread unread : run.reading.unread()) {
            for (Compilation.HeldPath path : heldPaths) {
                if (path.way().enters(unread.node())) {
                    run.findings.error(
                            new Note(path.label(), unread.code(), path.written(), unread.detail(), null, null));
                }
            }
        }
    }

    private void write(Run run) {
        run.sink.begin();
        Scope root = scopes.getFirst();
        run.enter(root, run.reading.record());
        members.write(run, run.reading.record());
        for (Check check : checks) {
            check.apply(run);
        }
    }

    private MappingResult result(Run run, @Nullable Trace trace) {
        Findings findings = run.findings;
        Payload target = findings.refuses() ? null : new Payload(output, run.sink.finish());
        return new MappingResult(
                target,
                findings.warnings(),
                findings.errors(),
                findings.unresolved(),
                trace == null ? List.of() : trace.lines());
    }

    private static MappingResult unreadable(UnreadableRecordException why) {
        Note note = new Note("", why.code(), "", String.valueOf(why.getMessage()), null, null);
        return new MappingResult(null, List.of(), List.of(note), List.of(), List.of());
    }

    private Run take() {
        int start = (int) Thread.currentThread().threadId() & (KEPT_RUNS - 1);
        for (int i = 0; i < KEPT_RUNS; i++) {
            Run run = idle.getAndSet((start + i) & (KEPT_RUNS - 1), null);
            if (run != null) {
                return run;
            }
        }
        return new Run(scopes, siblings, new Reading(shape, limits), sinks.get());
    }

    /** Keeps a run for the next record, unless this record has made it large. */
    private void giveBack(Run run) {
        if (run.reading.isBulky() || run.sink.isBulky()) {
            return;
        }
        int start = (int) Thread.currentThread().threadId() & (KEPT_RUNS - 1);
        for (int i = 0; i < KEPT_RUNS; i++) {
            if (idle.compareAndSet((start + i) & (KEPT_RUNS - 1), null, run)) {
                return;
            }
        }
    }
}
