/**
 * The command line of mapping developers: {@code ./linkspan mapping …}. Starts without a Spring context and loads no more
 * than a command needs, so that it answers at once. Data goes to standard output, everything else to standard error; exit
 * codes are 0 (fine), 1 (the input is wrong) and 2 (called wrongly). Knows {@code flow}, {@code mapping}, {@code system}
 * (to cut files into records), {@code record} and {@code yaml}.
 */
@NullMarked
package io.linkspan.cli;

import org.jspecify.annotations.NullMarked;
