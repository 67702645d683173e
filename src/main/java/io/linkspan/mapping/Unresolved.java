package io.linkspan.mapping;

/**
 * A reference to a record the target does not hold yet. The record that refers to it is to be tried again once that one has
 * arrived.
 *
 * @param field the target field
 * @param flow the flow of the record referred to
 * @param key its record key
 */
public record Unresolved(String field, String flow, String key) {}
