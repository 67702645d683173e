package io.linkspan.bench.mapping;

/** One way to do the job: an ERP customer as XML in, a CRM company as JSON out, both as UTF-8 bytes. */
@FunctionalInterface
interface Contender {
    /** Maps one record; called by one thread at a time, as often as there are records. */
    byte[] map(byte[] customer) throws Exception;
}
