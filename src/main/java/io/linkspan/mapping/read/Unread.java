package io.linkspan.mapping.read;

/**
 * A document held in a text that could not be read.
 *
 * @param node where the text stands
 * @param code what is wrong, as of an unreadable record
 * @param detail what is wrong, in words
 */
public record Unread(Node node, String code, String detail) {}
