package io.linkspan.flow;

import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of flow files as it was last seen. A file counts as removed only after it was missing for a while, because
 * editors save by moving the old file away first.
 */
final class FlowFolder {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Path folder;
    private final Set<String> only;
    private final FlowReader reader;
    private final InstantSource clock;
    private final Map<Path, Seen> seen = new TreeMap<>();
    private final Map<Path, Instant> missingSince = new HashMap<>();

    /** What is known of one file: the reading, and how everything it read looked just before. */
    private record Seen(Reading reading, Map<Path, Stamp> stamps) {
        boolean stillTrue() {
            return Stamp.of(stamps.keySet()).equals(stamps);
        }
    }

    FlowFolder(Path folder, Set<String> only, FlowReader reader, InstantSource clock) {
        this.folder = folder;
        this.only = only;
        this.reader = reader;
        this.clock = clock;
    }

    /** Reads what was saved since the last look and settles what is in force now. */
    FolderState reload(FolderState before) {
        List<Path> files;
        try {
            files = list();
        } catch (IOException unreadable) {
            return new FolderState(before.flows(), Map.of(folder.toString(), List.of(problem(unreadable))));
        }
        files.forEach(this::look);
        forget(files);
        Map<Path, Reading> present = new TreeMap<>();
        files.forEach(file -> present.put(file, reading(file)));
        return new Settlement(before).settle(present, missingSince.keySet());
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .filter(this::wanted)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private boolean wanted(Path file) {
        return only.isEmpty() || only.contains(file.getFileName().toString().replaceFirst("\\.ya?ml$", ""));
    }

    private Reading reading(Path file) {
        Seen known = seen.get(file);
        if (known == null) {
            throw new IllegalStateException("not looked at yet: " + file);
        }
        return known.reading();
    }

    private void look(Path file) {
        missingSince.remove(file);
        Seen known = seen.get(file);
        if (known != null && known.stillTrue()) {
            return;
        }
        Stamp stamp = Stamp.of(file);
        Reading reading = reader.reading(file);
        if (known != null && !Stamp.of(file).equals(stamp)) {
            return; // somebody is still writing; the next look takes it
        }
        Map<Path, Stamp> stamps = Stamp.of(reading.reads());
        stamps.put(file, stamp);
        seen.put(file, new Seen(reading, stamps));
    }

    private void forget(List<Path> files) {
        Instant now = clock.instant();
        seen.keySet().stream()
                .filter(file -> !files.contains(file))
                .forEach(file -> missingSince.putIfAbsent(file, now));
        missingSince.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue(), now));
    }

    private boolean isOver(Path file, @Nullable Instant since, Instant now) {
        boolean over = since != null && !now.isBefore(since.plus(GRACE));
        if (over) {
            seen.remove(file);
        }
        return over;
    }

    private Problem problem(IOException unreadable) {
        return new Problem(
                Place.startOf(folder.toString()),
                Problem.Severity.ERROR,
                "folder-unreadable",
                "the folder of flows cannot be read: " + Unreadable.reason(unreadable),
                "create it, or name another by linkspan.mappings");
    }
}
