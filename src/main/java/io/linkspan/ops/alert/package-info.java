/**
 * Messages to people who are not looking: Slack, PagerDuty, or a webhook. Says how a message is written and sent, not when:
 * that is decided where the trouble is known. Part of the ops station.
 */
@NullMarked
package io.linkspan.ops.alert;

import org.jspecify.annotations.NullMarked;
