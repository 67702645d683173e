package io.linkspan.mapping.plan;

/**
 * What messages say about a field.
 *
 * @param label its target path; {@code []} for each list it stands in
 * @param source where it is read, as written
 * @param sensitive whether its values are masked
 */
record Field(String label, String source, boolean sensitive) {
    static final Field RECORD = new Field("", "", false);
}
