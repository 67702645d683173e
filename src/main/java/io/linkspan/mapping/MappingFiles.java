package io.linkspan.mapping;

import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** The files beside a mapping file: lookup tables and shared fragments. */
@FunctionalInterface
public interface MappingFiles {
    /** There are none. */
    MappingFiles NONE = (file, place, problems) -> {
        problems.error(place.place(), "no-file", "there is no file '" + file + "' here", "");
        return null;
    };

    /**
     * The text of a file.
     *
     * @param relativeFile as the mapping names it, relative to the mapping file
     * @param place where it is named
     * @return null after a problem
     */
    @Nullable
    String read(String relativeFile, YamlNode place, Problems problems);

    /** What such a file is called in messages: its name as seen from where the mapping file's own is seen from. */
    default String shown(String relativeFile) {
        return relativeFile;
    }
}
