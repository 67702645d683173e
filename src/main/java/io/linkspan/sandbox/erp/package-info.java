/**
 * A small legacy ERP: invented customers and orders with hard data in them, made from a seed while they are asked for,
 * served over SOAP with a WSDL, paging and changes over time. Knows the sandbox's web server and its faults.
 */
@NullMarked
package io.linkspan.sandbox.erp;

import org.jspecify.annotations.NullMarked;
