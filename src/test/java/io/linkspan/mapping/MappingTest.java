package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a mapping offers beside its output. */
class MappingTest {
    private static final String YAML = """
            fields:
              name:  { from: Name, trim: true, required: true }
              iban:  { from: Iban, sensitive: true, upper: true }
              stage: { from: Status, lookup: { A: customer }, otherwise: { value: other } }
              lines: { each: Line, fields: { no: "@no", qty: { from: Q, integer: true } } }
              total: { expr: size(lines) }
            check:
              - { that: total < 3, field: total, message: has too many lines }
            """;

    @Test
    void givesTheSameInManyThreadsAtOnce() throws Exception {
        Mapping mapping = Mappings.of(YAML);
        List<Callable<String>> jobs = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String name = "n".repeat(i % 50 + 1);
            jobs.add(() -> Mappings.output(
                    mapping,
                    "<R><Name> " + name + " </Name><Status>A</Status><Line no='" + name.length()
                            + "'><Q>1</Q></Line></R>"));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> results = threads.invokeAll(jobs);
            for (int i = 0; i < results.size(); i++) {
                String name = "n".repeat(i % 50 + 1);
                assertThat(results.get(i).get())
                        .isEqualTo("{\"name\":\"" + name + "\",\"stage\":\"customer\",\"lines\":[{\"no\":\""
                                + name.length() + "\",\"qty\":1}],\"total\":1}");
            }
        }
    }

    @Test
    void explainsHowEachFieldCameToBe() {
        MappingResult result = Mappings.of(YAML)
                .explain(
                        Payload.xml("<R><Name> x </Name><Iban>de1</Iban><Line no='1'><Q>5</Q></Line></R>"),
                        References.NONE);
        assertThat(result.trace())
                .contains(
                        new Traced("name", "Name", "\" x \"", List.of("trim → \"x\""), "\"x\""),
                        new Traced("iban", "Iban", "***", List.of(), "***"),
                        new Traced("stage", "Status", "(absent)", List.of(), "(left out)"),
                        new Traced("lines[0].qty", "Q", "\"5\"", List.of("integer → 5"), "5"));
    }

    @Test
    void tellsItsOutline() {
        MappingOutline outline = Mappings.of(YAML).outline();
        assertThat(outline.fields())
                .extracting(row -> row.target() + " " + row.form() + " " + row.within() + " " + row.sources() + " "
                        + row.type() + " "
                        + row.steps().stream().map(MappingOutline.Step::name).toList())
                .containsExactly(
                        "name from  [Name] text [trim]",
                        "iban from  [Iban] text [upper]",
                        "stage from  [Status] any value [lookup]",
                        "lines each  [Line] list []",
                        "lines[].no from Line [@no] text []",
                        "lines[].qty from Line [Q] whole number [integer]",
                        "total expr  [] whole number []");
        assertThat(outline.checks())
                .containsExactly(new MappingOutline.Rule("total", "total < 3", "has too many lines", "cross_field"));
    }

    @Test
    void hasAHashOfItsContentNotOfItsLooks() {
        String hash =
                Mappings.of("fields:\n  a: A\n  b: { from: B, trim: true }").hash();
        assertThat(Mappings.of("# a comment\nfields: { a: A, b: { from: B, trim: true } }")
                        .hash())
                .isEqualTo(hash);
        assertThat(Mappings.of("flow: x\nfields: { a: A, b: { from: B, trim: true } }")
                        .hash())
                .isEqualTo(hash);
        assertThat(Mappings.of("fields: { b: { from: B, trim: true }, a: A }").hash())
                .isNotEqualTo(hash);
        assertThat(hash).matches("[0-9a-f]{64}");
    }

    @Test
    void itsHashChangesWithAFileItUses() {
        assertThat(hashWith("fields: { city: City }")).isEqualTo(hashWith("fields: { city: City }"));
        assertThat(hashWith("fields: { city: City }")).isNotEqualTo(hashWith("fields: { city: Town }"));
    }

    private static String hashWith(String fragment) {
        Problems problems = new Problems();
        var root = Objects.requireNonNull(YamlReader.readMap("m.yaml", "use: f.yaml", problems));
        return Objects.requireNonNull(Mapping.compile(root, (file, place, all) -> fragment, problems))
                .hash();
    }

    @Test
    void neverShowsARecordInItsOwnWords() {
        MappingResult result = Mappings.of(YAML).map(Payload.xml("<R><Name>secret</Name></R>"));
        assertThat(result.toString()).doesNotContain("secret");
    }
}
