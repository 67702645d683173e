/**
 * Measuring on a noisy machine. Each contender runs in a JVM of its own, warmed once; the JVMs take turns of a fraction
 * of a second; what counts is the CPU time of the whole process, garbage collection included; and each turn is compared
 * with the turns of the reference right before and after it, so that what slows the machine slows both. The middle of
 * many such ratios is what is reported.
 */
@NullMarked
package io.linkspan.bench.measure;

import org.jspecify.annotations.NullMarked;
