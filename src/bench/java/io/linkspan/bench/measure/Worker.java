package io.linkspan.bench.measure;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** A contender's own process: does what the lines on standard input say and answers a line (or more) for each. */
public final class Worker {
    static final String RESULTS = "results";
    static final String WARM = "warm";
    static final String RUN = "run";

    private static final long SECOND = 1_000_000_000;
    private static final int SHORTEST_WARM_UP = 4;
    private static final int LONGEST_WARM_UP = 40;
    private static final double SETTLED = 0.97;
    private static final long QUIET_MILLIS = 50;

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Job job;
    private final CpuClock clock = new CpuClock();
    private long sink;

    private Worker(Job job) {
        this.job = job;
    }

    /** Serves until standard input ends. What libraries print goes to standard error. */
    public static void serve(Job job) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Worker worker = new Worker(job);
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                worker.answer(line.split(" ", 2), answers);
                answers.flush();
            }
        }
        System.err.println("sink " + worker.sink);
    }

    private void answer(String[] command, PrintStream answers) throws Exception {
        switch (command[0]) {
            case RESULTS -> job.results().forEach(answers::println);
            case WARM -> answers.println(warm().line());
            case RUN -> answers.println(slice(Integer.parseInt(command[1])).line());
            default -> throw new IOException("unknown command " + command[0]);
        }
    }

    /**
     * Works until the compiler has done its part: until it was all but idle for two seconds of CPU time in a row and they
     * brought nothing new, four seconds at least and forty at most. The last second is the answer.
     */
    private Slice warm() throws Exception {
        double best = Double.MAX_VALUE;
        int settled = 0;
        Slice second = second();
        for (int seconds = 1; seconds < LONGEST_WARM_UP && (seconds < SHORTEST_WARM_UP || settled < 2); seconds++) {
            long compiling = COMPILER.getTotalCompilationTime();
            second = second();
            boolean quiet = COMPILER.getTotalCompilationTime() - compiling < QUIET_MILLIS;
            settled = quiet && second.nanos() > best * SETTLED ? settled + 1 : 0;
            best = Math.min(best, second.nanos());
        }
        return second;
    }

    private Slice second() throws Exception {
        int times = 0;
        long cpu = 0;
        long allocated = 0;
        while (cpu < SECOND) {
            Slice slice = slice(256);
            times += slice.times();
            cpu += slice.cpuNanos();
            allocated += slice.allocated();
        }
        return new Slice(times, cpu, allocated);
    }

    private Slice slice(int times) throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = clock.nanos();
        sink += job.run(times);
        return new Slice(times, clock.nanos() - cpu, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }
}
