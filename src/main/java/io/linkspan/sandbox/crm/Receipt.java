package io.linkspan.sandbox.crm;

import java.util.List;

/**
 * What became of one record that was sent.
 *
 * @param status as HTTP has it: 200 updated, 201 created, 4xx refused
 * @param id the CRM's own id; 0 where there is none
 * @param flaws what was wrong with it
 */
record Receipt(int status, long id, List<Flaw> flaws) {
    static Receipt created(long id) {
        return new Receipt(201, id, List.of());
    }

    static Receipt updated(long id) {
        return new Receipt(200, id, List.of());
    }

    static Receipt refused(int status, String field, String code, String message) {
        return new Receipt(status, 0, List.of(new Flaw(field, code, message)));
    }

    boolean applied() {
        return status < 300;
    }
}
