package io.linkspan.ops.alert;

import java.net.URI;
import java.util.Map;

/** One way to reach people. */
interface Channel {
    /** Its name, for the table of what was said and for metrics. */
    String name();

    /** The message as this channel wants it. */
    Letter write(Alert alert);

    /** A message ready to be posted. */
    record Letter(URI to, String body, Map<String, String> headers) {}
}
