package io.linkspan.mapping.function;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the function reference promises is what the functions do. */
class FunctionExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyDocumentedExampleHolds() {
        return Functions.all().values().stream()
                .flatMap(function -> function.doc().examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                function.name() + ": " + example.argument() + " of " + example.given(),
                                () -> assertThat(Field.of(function.name() + ": " + example.argument())
                                                .sibling("Currency", "JPY")
                                                .sibling("Days", "30")
                                                .take(requireNonNull(Json.read(example.given()))))
                                        .isEqualTo(example.result()))));
    }

    @Test
    void everyFunctionSaysWhatItIsForAndShowsIt() {
        assertThat(Functions.all()).allSatisfy((name, function) -> {
            assertThat(function.doc().summary()).as(name).endsWith(".");
            assertThat(function.doc().argument()).as(name).isNotBlank();
            assertThat(function.doc().examples()).as(name).hasSizeGreaterThanOrEqualTo(2);
            assertThat(Json.read(function.doc().argumentSchema())).as(name).isNotNull();
        });
    }

    @Test
    void aFunctionThatMayRefuseShowsSuchAValue() {
        assertThat(Functions.all().values())
                .filteredOn(function -> function.companions().contains(Otherwise.KEY))
                .allSatisfy(function -> assertThat(function.doc().examples())
                        .as(function.name())
                        .anySatisfy(example -> assertThat(example.result()).contains("error:")));
    }

    @Test
    void theSchemaForEditorsKnowsEveryKeyOfAnArgument() {
        assertThat(Functions.all().values()).allSatisfy(function -> {
            Map<?, ?> schema =
                    (Map<?, ?>) requireNonNull(Json.read(function.doc().argumentSchema()));
            List<String> keys = ((Described) function).keys();
            boolean objects = schema.get("properties") instanceof Map;
            if (objects) {
                Map<?, ?> properties = (Map<?, ?>) requireNonNull(schema.get("properties"));
                assertThat(properties.keySet().stream().map(String::valueOf).toList())
                        .as(function.name())
                        .containsAll(
                                keys.stream().filter(key -> !key.equals("set")).toList());
            }
        });
    }

    @Test
    void falseSwitchesAFunctionOff() {
        assertThat(Functions.all().keySet())
                .allSatisfy(name ->
                        assertThat(Field.of(name + ": false").take("as it was")).isEqualTo("\"as it was\""));
    }
}
