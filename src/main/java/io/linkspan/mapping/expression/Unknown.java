package io.linkspan.mapping.expression;

/** What comes of asking something of a value that is not there. */
enum Unknown {
    /** The only one. */
    VALUE
}
