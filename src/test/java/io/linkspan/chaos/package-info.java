/**
 * The chaos suite: {@code ./linkspan test chaos}. The real program as processes of its own, a real RabbitMQ and a real
 * PostgreSQL, and between a sandbox ERP and two sandbox CRMs everything that can go wrong, by a plan drawn from a seed. At
 * the end every state the ERP ever had is accounted for.
 */
@NullMarked
package io.linkspan.chaos;

import org.jspecify.annotations.NullMarked;
