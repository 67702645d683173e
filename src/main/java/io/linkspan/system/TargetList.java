package io.linkspan.system;

import org.jspecify.annotations.Nullable;

/**
 * How a target lists what it holds: {@code to.list} in the flow file.
 *
 * @param request the call; {@code {cursor}}, {@code {offset}} and {@code {size}} are filled in
 * @param size records a page is asked to hold
 * @param items where the list stands in the answer
 * @param key where an item names the source's key
 * @param version where an item holds the source's version, or null
 * @param next where the answer names the next page's cursor; null where pages are counted by offset, until an empty one
 * @param first what the cursor is at first; may be empty
 */
public record TargetList(
        Push.Call request,
        int size,
        String items,
        String key,
        @Nullable String version,
        @Nullable String next,
        String first) {}
