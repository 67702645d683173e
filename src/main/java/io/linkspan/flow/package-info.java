/**
 * The flow file: one YAML file that tells the whole story of one kind of record moving one way. Reads and checks it, with
 * every problem of every file at once, keeps the registry of flows in force, and swaps a saved file for the version
 * before it without touching what is under way. Knows {@code mapping}, {@code system} (its contracts), {@code record} and
 * {@code yaml}.
 */
@NullMarked
package io.linkspan.flow;

import org.jspecify.annotations.NullMarked;
