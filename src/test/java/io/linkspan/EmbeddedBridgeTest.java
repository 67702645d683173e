package io.linkspan;

import java.nio.file.Path;
import java.util.Map;

/** The embedded way to run. */
class EmbeddedBridgeTest extends BridgeContract {
    @Override
    Map<String, Object> home(Path data) {
        return Map.of();
    }
}
