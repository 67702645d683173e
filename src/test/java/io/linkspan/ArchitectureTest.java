package io.linkspan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house's walls: which station may call which, and the habits that can be checked. */
class ArchitectureTest {
    /** Station → the stations it knows. The composition root ({@code io.linkspan} itself) knows everybody. */
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(
            Map.entry("yaml", List.of()),
            Map.entry("record", List.of()),
            Map.entry("xml", List.of()),
            Map.entry("mapping", List.of("yaml", "record", "xml")),
            Map.entry("system", List.of("record", "xml")),
            Map.entry("flow", List.of("yaml", "record", "mapping", "system")),
            Map.entry("ledger", List.of("record")),
            Map.entry("broker", List.of("record", "ops")),
            Map.entry("ops", List.of("record")),
            Map.entry("intake", List.of("record", "mapping", "flow", "system", "ledger", "broker", "ops")),
            Map.entry("reconcile", List.of("record", "mapping", "flow", "system", "ledger", "broker", "ops")),
            Map.entry("delivery", List.of("record", "mapping", "flow", "system", "ledger", "broker", "ops")),
            Map.entry("deadletter", List.of("record", "xml", "mapping", "flow", "ledger", "broker", "ops")),
            Map.entry(
                    "admin",
                    List.of(
                            "yaml",
                            "record",
                            "mapping",
                            "flow",
                            "system",
                            "ledger",
                            "broker",
                            "intake",
                            "delivery",
                            "deadletter",
                            "reconcile",
                            "ops")),
            Map.entry("sandbox", List.of()),
            Map.entry(
                    "demo",
                    List.of("record", "flow", "system", "ledger", "broker", "intake", "delivery", "ops", "sandbox")),
            Map.entry("cli", List.of("yaml", "record", "xml", "mapping", "flow", "system")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.linkspan");

    @TestFactory
    List<DynamicTest> eachStationCallsOnlyTheStationsItKnows() {
        List<DynamicTest> tests = new ArrayList<>();
        KNOWS.forEach((station, known) -> tests.add(DynamicTest.dynamicTest(
                station,
                () -> noClasses()
                        .that()
                        .resideInAPackage(inside(station))
                        .should()
                        .dependOnClassesThat(outside(station, known))
                        .because("arrows run as docs/architecture.md says; change the design before the code")
                        .allowEmptyShould(true)
                        .check(CLASSES))));
        return tests;
    }

    @Test
    void everyPackageBelongsToAStation() {
        classes()
                .should()
                .resideInAnyPackage(KNOWS.keySet().stream()
                        .map(ArchitectureTest::inside)
                        .toList()
                        .toArray(new String[0]))
                .orShould()
                .resideInAPackage("io.linkspan")
                .because("a new station needs its arrows written down in this test")
                .check(CLASSES);
    }

    @Test
    void stationsHaveNoCycles() {
        slices().matching("io.linkspan.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name hides what the type does")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .because("a constructor shows what a type needs")
                .check(CLASSES);
    }

    @Test
    void theMappingEngineIsPureJava() {
        noClasses()
                .that()
                .resideInAPackage("io.linkspan.mapping..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.net.http..", "java.sql..", "com.rabbitmq..")
                .because("mapping commands start without a Spring context, and a mapping can reach nothing")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItOwns() throws Exception {
        try (var tree = Files.walk(Path.of("src/main/java"))) {
            List<Path> silent = tree.filter(Files::isDirectory)
                    .filter(ArchitectureTest::holdsJava)
                    .filter(folder -> !saysWhatItOwns(folder.resolve("package-info.java")))
                    .toList();
            Assertions.assertEquals(List.of(), silent, "packages without a @NullMarked, documented package-info.java");
        }
    }

    @Test
    void noFileIsLongerThan300Lines() throws Exception {
        try (var tree = Files.walk(Path.of("src"))) {
            List<Path> tooLong = tree.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 300)
                    .toList();
            Assertions.assertEquals(List.of(), tooLong, "files over 300 lines");
        }
    }

    private static boolean holdsJava(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static boolean saysWhatItOwns(Path info) {
        try {
            String text = Files.readString(info);
            return text.startsWith("/**") && text.contains("@NullMarked");
        } catch (java.io.IOException missing) {
            return false;
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String inside(String station) {
        return "io.linkspan." + station + "..";
    }

    private static DescribedPredicate<JavaClass> outside(String station, List<String> known) {
        return DescribedPredicate.describe("stations other than " + known, type -> {
            String name = type.getPackageName();
            if (!name.equals("io.linkspan") && !name.startsWith("io.linkspan.")) {
                return false;
            }
            return !startsWithStation(name, station)
                    && known.stream().noneMatch(other -> startsWithStation(name, other));
        });
    }

    private static boolean startsWithStation(String name, String station) {
        return name.equals("io.linkspan." + station) || name.startsWith("io.linkspan." + station + ".");
    }
}
