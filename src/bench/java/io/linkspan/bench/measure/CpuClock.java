package io.linkspan.bench.measure;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The CPU time of this process, all its threads together: POSIX {@code clock_gettime(CLOCK_PROCESS_CPUTIME_ID)}. The
 * JDK's own {@code getProcessCpuTime} counts in steps of 10 ms, too coarse for a turn of 150 ms.
 */
final class CpuClock {
    private static final int PROCESS_CPU_TIME =
            System.getProperty("os.name", "").startsWith("Mac") ? 12 : 2;
    private static final Linker LINKER = Linker.nativeLinker();

    @SuppressWarnings("restricted") // the process is started with --enable-native-access
    private static final MethodHandle CLOCK_GETTIME = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("clock_gettime"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private final MemorySegment time = Arena.global().allocate(ValueLayout.JAVA_LONG, 2);

    long nanos() {
        try {
            int failed = (int) CLOCK_GETTIME.invokeExact(PROCESS_CPU_TIME, time);
            if (failed != 0) {
                throw new IllegalStateException("this system has no CPU clock for a process");
            }
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
        return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000 + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
    }
}
