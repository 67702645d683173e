/**
 * An HTTP/1.1 server on plain sockets and virtual threads. It exists because the sandbox must be able to break an answer
 * at any byte: reset the connection, close it in the middle, say nothing at all. Knows nobody.
 */
@NullMarked
package io.linkspan.sandbox.http;

import org.jspecify.annotations.NullMarked;
