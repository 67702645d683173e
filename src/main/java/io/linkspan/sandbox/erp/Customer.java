package io.linkspan.sandbox.erp;

import java.time.Instant;
import java.util.List;

/**
 * A customer as the ERP holds it, in one of its states. The texts are as they stand in the XML.
 *
 * @param number ten digits, with leading zeros
 * @param revision how often it was changed; 0 for as it began
 * @param changedAt when that was
 * @param identity who it is
 * @param terms what was agreed
 * @param reach how to reach it
 * @param addresses up to four; at most one is of type BILL
 * @param contacts none to five
 * @param remarks a long text with all that hurts
 * @param poison what is wrong with it so that no CRM can take it; empty where nothing is
 */
public record Customer(
        String number,
        int revision,
        Instant changedAt,
        Identity identity,
        Terms terms,
        Reach reach,
        List<Address> addresses,
        List<Contact> contacts,
        Written remarks,
        String poison) {

    /**
     * Who it is.
     *
     * @param name up to 128 characters, with blanks around it
     * @param name2 a second line, often missing
     * @param search the search term
     * @param status A, P or X
     * @param blocked N or nothing for no, J or X for yes
     * @param industry four digits
     * @param language D, E or F
     * @param taxNo the VAT id, often missing
     * @param created yyyyMMdd, or 00000000 for nobody knows
     */
    public record Identity(
            String name,
            Written name2,
            String search,
            String status,
            String blocked,
            String industry,
            String language,
            Written taxNo,
            String created) {}

    /**
     * What was agreed.
     *
     * @param currency ISO 4217
     * @param revenue a German decimal with at most two decimals: 1.234.567,89 or 12,50-
     * @param creditLimit the same, often missing
     * @param discount the same
     * @param payment a code: Z014, Z030, Z060
     * @param lastOrder yyyyMMdd, or 00000000
     */
    public record Terms(
            String currency, String revenue, Written creditLimit, String discount, String payment, String lastOrder) {}

    /**
     * How to reach it.
     *
     * @param email in any case; there is one where the customer is not blocked
     * @param phone the number
     * @param web the site, often missing
     */
    public record Reach(Written email, Phone phone, Written web) {}
}
