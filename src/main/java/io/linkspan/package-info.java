/** Linkspan: a bridge between a legacy ERP (XML over SOAP) and a modern CRM (JSON over REST). */
@NullMarked
package io.linkspan;

import org.jspecify.annotations.NullMarked;
