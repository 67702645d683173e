package io.linkspan.admin.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The API's document and the controllers name the same calls. */
class OpenApiTest {
    @Test
    void describesEveryCallThereIsAndNoOther() throws IOException {
        assertThat(described()).isEqualTo(implemented());
    }

    private static Set<String> described() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Map<String, Map<String, Map<String, Object>>>> document =
                yaml.load(Files.readString(Path.of("openapi/linkspan-v1.yaml")));
        Set<String> calls = new TreeSet<>();
        document.getOrDefault("paths", Map.of())
                .forEach((path, methods) -> methods.forEach((method, call) -> {
                    calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
                    assertThat(call).as(path).containsKeys("operationId", "summary", "responses");
                }));
        return calls;
    }

    private static Set<String> implemented() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.linkspan.admin");
        Set<String> calls = new TreeSet<>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .forEach(type -> calls(type.reflect()).forEach(calls::add));
        return calls;
    }

    private static Stream<String> calls(Class<?> controller) {
        RequestMapping whole = AnnotatedElementUtils.getMergedAnnotation(controller, RequestMapping.class);
        String base = whole == null ? "" : String.join("", whole.path());
        return Arrays.stream(controller.getDeclaredMethods())
                .map(method -> AnnotatedElementUtils.getMergedAnnotation(method, RequestMapping.class))
                .filter(java.util.Objects::nonNull)
                .flatMap(one ->
                        Arrays.stream(one.method()).map(method -> method + " " + base + String.join("", one.path())));
    }
}
