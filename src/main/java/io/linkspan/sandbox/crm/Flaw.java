package io.linkspan.sandbox.crm;

/**
 * Something a record may not be.
 *
 * @param field the property, by its path: {@code contacts[0].phone}
 * @param code a short stable name for what is wrong
 * @param message the same for people
 */
record Flaw(String field, String code, String message) {}
