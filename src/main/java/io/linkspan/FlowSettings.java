package io.linkspan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where flows are: {@code linkspan.*} in the configuration.
 *
 * @param mappings the folder of flow files
 * @param flows names of the files (without {@code .yaml}) to run; empty for every file in the folder
 * @param look how often the folder is looked at where the file system does not tell of changes
 */
@ConfigurationProperties("linkspan")
record FlowSettings(
        @DefaultValue("./mappings") Path mappings,
        @DefaultValue Set<String> flows,
        @DefaultValue("2s") Duration look) {}
