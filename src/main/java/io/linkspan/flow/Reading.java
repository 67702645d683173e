package io.linkspan.flow;

import io.linkspan.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one flow file.
 *
 * @param file what it says, or null after an error
 * @param written what is written there, right or wrong; null where the file holds no flow at all
 * @param problems everything noted
 * @param reads the other files it named, read or not: a change in one of them may mend it
 */
record Reading(@Nullable FlowFile file, @Nullable WrittenFlow written, List<Problem> problems, Set<Path> reads) {
    /** The flow to be run; null after an error, for a mapping only, and for a draft. */
    @Nullable
    Flow flow() {
        return file == null || file.draft() ? null : file.whole();
    }
}
