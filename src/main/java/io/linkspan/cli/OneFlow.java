package io.linkspan.cli;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.FlowReader;
import io.linkspan.yaml.Problems;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the flow file a command is about. */
final class OneFlow {
    private OneFlow() {}

    /** The file; null after its problems were told. */
    static @Nullable FlowFile read(Path path, PrintWriter err) {
        if (!Files.exists(path)) {
            throw Ends.calledWrongly("there is no file '" + path + "'");
        }
        Problems problems = new Problems();
        FlowFile file = FlowReader.anySystem().read(path, problems);
        problems.list().forEach(err::println);
        return file;
    }
}
