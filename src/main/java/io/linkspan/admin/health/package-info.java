/**
 * What {@code /actuator/health} says of the stations: the broker's connection, each flow's pull, files that were refused,
 * systems held still. Part of the admin station.
 */
@NullMarked
package io.linkspan.admin.health;

import org.jspecify.annotations.NullMarked;
