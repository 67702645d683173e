package io.linkspan.flow;

import io.linkspan.yaml.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows in force: every {@code *.yaml} directly in one folder that holds a whole flow. A saved file is checked and
 * swapped at once for the version before it; a broken one is refused and the version before it goes on. Safe for several
 * threads.
 */
public final class FlowRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FlowRegistry.class);

    private final Path path;
    private final FlowFolder folder;
    private final List<Consumer<FlowChange>> listeners = new CopyOnWriteArrayList<>();
    private volatile FolderState state = FolderState.EMPTY;
    private volatile Optional<FolderWatch> watch = Optional.empty();

    private FlowRegistry(Path path, FlowFolder folder) {
        this.path = path;
        this.folder = folder;
    }

    /**
     * Reads all flows of a folder.
     *
     * @param only names of the files to read, without their ending; empty for every file
     * @param systems the names a flow may use
     * @throws FlowsRefused when any file has an error: nothing starts half
     */
    public static FlowRegistry open(Path folder, Set<String> only, Set<String> systems, InstantSource clock)
            throws FlowsRefused {
        FlowReader reader = FlowReader.ofSystems(systems);
        FlowRegistry registry = new FlowRegistry(folder, new FlowFolder(folder, only, reader, clock));
        FolderState first = registry.folder.reload(FolderState.EMPTY);
        if (!first.refused().isEmpty()) {
            throw new FlowsRefused(
                    first.refused().values().stream().flatMap(List::stream).toList());
        }
        registry.state = first;
        first.since(FolderState.EMPTY).forEach(FlowRegistry::log);
        return registry;
    }

    /** The flows in force, by the order of their files. */
    public List<Flow> flows() {
        return List.copyOf(state.all());
    }

    /** The flow in force by this name. */
    public Optional<Flow> flow(String name) {
        return state.named(name);
    }

    /** Why the present content of a file is not in force, by file. */
    public Map<String, List<Problem>> refused() {
        return state.refused();
    }

    /** Tells each later change, in the thread that noticed it, one after the other. */
    public void addListener(Consumer<FlowChange> listener) {
        listeners.add(listener);
    }

    /** Looks at the folder now and takes in what was saved. */
    public synchronized void refresh() {
        FolderState before = state;
        FolderState next = folder.reload(before);
        state = next;
        next.since(before).forEach(this::tell);
    }

    /**
     * Goes on looking: as soon as the file system tells of a change, and in any case after each pause, because network
     * and container file systems tell nothing and lookup tables may lie in other folders.
     */
    public synchronized void watch(Duration pause) {
        if (watch.isEmpty()) {
            watch = Optional.of(FolderWatch.start(path, pause, this::refresh));
        }
    }

    /** Stops looking. */
    @Override
    public void close() {
        watch.ifPresent(FolderWatch::close);
    }

    private void tell(FlowChange change) {
        log(change);
        for (Consumer<FlowChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException broken) {
                LOG.error("a listener failed on a changed flow", broken);
            }
        }
    }

    private static void log(FlowChange change) {
        switch (change) {
            case FlowChange.InForce now ->
                LOG.info(
                        "flow {} version {} is in force ({}, mapping {})",
                        now.flow().name(),
                        now.flow().hash(),
                        now.flow().file(),
                        now.flow().mapping().hash());
            case FlowChange.Retired gone ->
                LOG.info(
                        "flow {} is retired: its file is gone, or a draft again",
                        gone.flow().name());
            case FlowChange.Refused no -> {
                Flow goesOn = no.stillInForce();
                no.problems().forEach(problem -> LOG.error("flow file refused: {}", problem));
                LOG.error(
                        "{} is not in force as it was saved; {}",
                        no.file(),
                        goesOn == null ? "nothing runs in its place" : "version " + goesOn.hash() + " goes on");
            }
        }
    }
}
