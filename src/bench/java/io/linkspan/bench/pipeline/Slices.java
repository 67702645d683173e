package io.linkspan.bench.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run slice by slice: how fast each was, and how little of the heap was in use at best, which is what is kept alive. */
final class Slices {
    /** Asking for the metrics is work too. */
    private static final long HEAP_EVERY = 300_000_000;

    private final WholeWay way;
    private final long size;
    private final List<Slice> done = new ArrayList<>();
    private long heapRead;
    private long begun;
    private long counted;
    private double leastHeap = Double.MAX_VALUE;

    private record Slice(double rate, double heap) {}

    /** @param size records of a slice */
    Slices(WholeWay way, long size) {
        this.way = way;
        this.size = size;
    }

    /** To be called often. */
    void look(long records) {
        long now = System.nanoTime();
        if (now - heapRead > HEAP_EVERY) {
            leastHeap = Math.min(leastHeap, way.heap());
            heapRead = now;
        }
        if (begun == 0 && records > 0) {
            begun = now;
            counted = records;
        } else if (records >= size * (done.size() + 1)) {
            done.add(new Slice((records - counted) / ((now - begun) / 1e9), leastHeap));
            begun = now;
            counted = records;
            leastHeap = Double.MAX_VALUE;
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  up to %,8d: %,7.0f/s, heap %.0f MB at least",
                    size * (i + 1),
                    done.get(i).rate(),
                    done.get(i).heap() / 1e6));
        }
        return lines;
    }

    double laterToEarlier() {
        int half = done.size() / 2;
        return mean(done.subList(half, done.size())) / mean(done.subList(0, half));
    }

    private static double mean(List<Slice> slices) {
        return slices.stream().mapToDouble(Slice::rate).average().orElseThrow();
    }
}
