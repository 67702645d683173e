package io.linkspan.bench.measure;

/**
 * One turn of one contender.
 *
 * @param times records done
 * @param cpuNanos CPU time of its whole process meanwhile
 * @param allocated bytes its working thread allocated
 */
record Slice(int times, long cpuNanos, long allocated) {
    /** CPU time a record, in nanoseconds. */
    double nanos() {
        return (double) cpuNanos / times;
    }

    /** Bytes allocated a record. */
    double bytes() {
        return (double) allocated / times;
    }

    String line() {
        return times + " " + cpuNanos + " " + allocated;
    }

    static Slice of(String line) {
        String[] parts = line.split(" ", 3);
        return new Slice(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
