package io.linkspan.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls back when something in a folder changed, and after every pause without news. */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long QUIET_MILLIS = 100;

    private final WatchService service;
    private final Duration pause;
    private final Runnable look;
    private volatile boolean closed;

    private FolderWatch(WatchService service, Duration pause, Runnable look) {
        this.service = service;
        this.pause = pause;
        this.look = look;
    }

    static FolderWatch start(Path folder, Duration pause, Runnable look) {
        try {
            WatchService service = folder.getFileSystem().newWatchService();
            try {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException noEvents) {
                LOG.warn("no file system events for {} ({}); looking every {}", folder, noEvents.getMessage(), pause);
            }
            FolderWatch watch = new FolderWatch(service, pause, look);
            Thread.ofVirtual().name("flow-watch").start(watch::run);
            return watch;
        } catch (IOException noService) {
            throw new UncheckedIOException("the system gives no file watcher", noService);
        }
    }

    private void run() {
        try {
            while (!closed) {
                awaitNews();
                lookSafely();
            }
        } catch (ClosedWatchServiceException stopped) {
            LOG.debug("watching ended");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** An editor saves in several steps: news is complete when it has been quiet for a moment. */
    private void awaitNews() throws InterruptedException {
        @Nullable WatchKey key = service.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void lookSafely() {
        try {
            look.run();
        } catch (RuntimeException broken) {
            LOG.error("the folder of flows could not be looked at", broken);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            service.close();
        } catch (IOException broken) {
            LOG.debug("the watcher did not close cleanly", broken);
        }
    }
}
