/**
 * Writing a record: values in the order the mapping gives them become JSON or XML, straight into bytes. Part of the mapping
 * station: calls nobody.
 */
@NullMarked
package io.linkspan.mapping.write;

import org.jspecify.annotations.NullMarked;
