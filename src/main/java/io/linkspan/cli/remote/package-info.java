/**
 * Commands that ask a running service: a thin client of the admin API. They know the API's document and nothing of the
 * stations behind it. Data goes to standard output as a table or as the API's own JSON. Part of the command line.
 */
@NullMarked
package io.linkspan.cli.remote;

import org.jspecify.annotations.NullMarked;
