/**
 * Reading a source: which window to ask for, page by page, each record put into an envelope and onto the broker; the
 * checkpoint moves only when the broker has confirmed the whole page. Knows {@code flow, system, ledger, broker, ops}.
 */
@NullMarked
package io.linkspan.intake;

import org.jspecify.annotations.NullMarked;
