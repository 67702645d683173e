/**
 * Reads records from systems that speak SOAP 1.1 or 1.2, on Spring-WS: requests from templates, answers as streams, paging,
 * details by a second call, sessions, WS-Security. Needs no WSDL. Knows {@code system}, {@code answer}, {@code call} and
 * {@code settings}.
 */
@NullMarked
package io.linkspan.system.soap;

import org.jspecify.annotations.NullMarked;
