package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a mapping is told when it is loaded, at its place and with the mend. */
class MappingProblemsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        a: { from: A, trimm: true }          | m.yaml:2:17 there is no function or option 'trimm' (did you mean 'trim'?)
        a: A[                                | m.yaml:2:8 the path ends too early
        a: "A[@x=='1']"                      | m.yaml:2:13 '==' is no comparison of a path (write =)
        a: p:A                               | m.yaml:2:6 the prefix 'p' is not declared (declare it under namespaces, or leave it out: names match in any namespace; one of: xml, xsi)
        a: A/../B                            | m.yaml:2:8 '..' stands at the start of a path only (begin at the element above)
        a: ../B                              | m.yaml:2:6 '..' leads above the record (a path sees the record only)
        a: "@b/c"                            | m.yaml:2:9 nothing can follow an attribute or a function here (end the path before it)
        a: $B                                | m.yaml:2:6 '$' means something within [ ] only (leave it out)
        a: A[0]                              | m.yaml:2:8 positions count from 1 (write [1] for the first)
        a: { trim: true }                    | m.yaml:2:6 'a' has no source (write one of from, const, expr, join, coalesce, each, object, list)
        a: { from: A, const: 1 }             | m.yaml:2:6 'a' has several sources: from, const (write one of from, const, expr, join, coalesce, each, object, list)
        a: [A, B]                            | m.yaml:2:6 a field is no list (write { coalesce: [ … ] }, { join: [ … ] } or { list: [ … ] })
        a: { from: A, empty: omitt }         | m.yaml:2:24 'omitt' says nothing about a value not there (did you mean 'omit'?)
        a: { each: A, sort: date }           | m.yaml:2:23 values are sorted up or down (write sort: asc or sort: desc)
        a: { each: A, sort: b, fields: { c: C } } | m.yaml:2:23 the entries have no field 'b' (one of: c)
        a: { each: A, sort: [c, d up], fields: { c: C, d: D } } | m.yaml:2:27 'up' is no direction (write asc or desc)
        a: { each: A, split: ";", fields: { c: C } } | m.yaml:2:17 'split' is about values, not about objects with fields (write it at one of the fields, or 'pick' the field it is about)
        a: { object: A, sensitive: true, fields: { c: C } } | m.yaml:2:19 'sensitive' is about values, not about objects with fields (write it at one of the fields, or 'pick' the field it is about)
        a: { from: A, uppercase: true }      | m.yaml:2:17 there is no function or option 'uppercase' (did you mean 'upper'?)
        a: { from: A, steps: [ regex ] }     | m.yaml:2:26 there is no function 'regex' (did you mean 'extract'?)
        a: { from: A, copy: true }           | m.yaml:2:17 there is no function or option 'copy' (the function reference lists them all)
        a: { from: normalize-space(A) }      | m.yaml:2:29 '(A)' is not understood here (write { from: path, foldBlanks: true })
        a: { from: "A/following-sibling::B" } | m.yaml:2:17 'following-sibling::' is not understood here (write followers() in the fields of an each, or [position()=$position()+1])
        a: { each: "A[].B" }                 | m.yaml:2:17 [ ] is empty (leave it out: each takes all there are)
        a: $.b.c                             | m.yaml:2:8 'b.c' is not understood here (leave $. out and write / between names)
        a: followers()/B                     | m.yaml:2:6 'followers()/B' means something in a list only (write it in the fields of an each)
        a: A/split(x)                        | m.yaml:2:14 split() needs what stands between the texts (write split(';'))
        "*": A                               | m.yaml:2:3 '*' stands for keys that the record names (write { each: path, keyBy: field, pick: field, fields: … })
        a: { from: A, date: ppdMMyyyy }      | m.yaml:2:23 date does not know the format 'ppdMMyyyy' (letters: yyyy MM dd HH mm ss SSS XXX; or one of iso, iso-week, iso-ordinal, epoch-seconds, epoch-millis, excel, jde, cyymmdd)
        a: { from: A, date: { in: iso, out: ppdMM } } | m.yaml:2:39 date does not know the format 'ppdMM' (write letters such as dd.MM.yyyy)
        a: { from: A, date: true, shift: { unit: days } } | m.yaml:2:44 shift needs 'from' beside 'unit' ({ from: NetDays, unit: days })
        a: { each: "@x", fields: { c: C } }  | m.yaml:2:14 '@x' leads to no element (end the path before the @ or the function)
        a: { expr: "b > 1" }                 | m.yaml:2:15 there is no field or function 'b' here (one of: a)
        a: { from: A, when: "1 + 1" }        | m.yaml:2:23 the condition gives a whole number, not true or false (compare it with something)
        a..b: A                              | m.yaml:2:3 'a..b' is no target path (write a.b, or 'a.b' in quotes for a key with a dot in it)
        a: { from: A, reference: [x] }       | m.yaml:2:28 reference names no flow (write reference: customers)
        a: { list: A }                       | m.yaml:2:14 'a' needs a list of fields (write [ { from: … }, … ])
        a: { each: A, pick: x, fields: { y: Y } } | m.yaml:2:23 pick names 'x', which the entries do not have (one of: y)
        """)
    void saysWhatIsWrongWithAField(String field, String problem) {
        assertThat(Mappings.problems("fields:\n  " + field)).containsExactly(problem);
    }

    @Test
    void refusesFilesMadeToHurt() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        assertThat(Mappings.problems(bomb.toString()))
                .singleElement()
                .asString()
                .startsWith("m.yaml:1:1 ");
        assertThat(Mappings.problems("fields: &f { a: *f }"))
                .singleElement()
                .asString()
                .startsWith("m.yaml:1:");
        assertThat(Mappings.problems("fields:\n  a: " + "[".repeat(5_000)))
                .singleElement()
                .asString()
                .startsWith("m.yaml:");
        StringBuilder codes = new StringBuilder("fields:\n  a:\n    from: A\n    lookup:\n");
        for (int i = 0; i < 100_001; i++) {
            codes.append("      c").append(i).append(": 1\n");
        }
        assertThat(Mappings.problems(codes.toString()))
                .singleElement()
                .asString()
                .startsWith("m.yaml:");
    }

    @Test
    void refusesWhatNoPlainFileHolds() {
        assertThat(Mappings.problems("fields:\n  a: \"\\x\""))
                .singleElement()
                .asString()
                .startsWith("m.yaml:2:");
        assertThat(Mappings.problems("fields:\n  a: { expr: \"1" + "0".repeat(310) + ".0 > 1.0\" }"))
                .singleElement()
                .asString()
                .startsWith("m.yaml:2:");
    }

    @Test
    void refusesAPatternThatNeedsToTryAgainAndAgain() {
        assertThat(Mappings.problems("fields:\n  a: { from: A, pattern: '(a)\\1' }"))
                .singleElement()
                .asString()
                .startsWith("m.yaml:2:")
                .contains("no back references");
    }

    @Test
    void refusesATargetThatIsWrittenTwice() {
        assertThat(Mappings.problems("fields:\n  a.b: X\n  a: { fields: { b: Y } }"))
                .containsExactly("m.yaml:3:18 'a.b' is written already (keep one of the two)");
        assertThat(Mappings.problems("fields:\n  a: X\n  a.b: Y"))
                .containsExactly("m.yaml:3:3 'a' is written already in line 2 (keep one of the two)");
    }

    @Test
    void checksTheTypesOfAnExpression() {
        assertThat(
                        Mappings.problems(
                                "fields:\n  n: { from: N, decimal: true }\n  e: { expr: \"n > 'x'\" }\n  t: T\n  f: { expr: t > 5 }"))
                .containsExactly(
                        "m.yaml:3:17 '>' cannot be applied to (number, text) (a field is a text until a function such as decimal or integer makes it a number)",
                        "m.yaml:5:16 '>' cannot be applied to (text, whole number) (a field is a text until a function such as decimal or integer makes it a number)");
    }

    @Test
    void refusesExpressionsThatNeedEachOther() {
        assertThat(Mappings.problems("fields:\n  a: { expr: b + 1 }\n  b: { expr: a + 1 }"))
                .singleElement()
                .asString()
                .contains("the expressions need 'a' to calculate it");
        assertThat(Mappings.problems("fields:\n  a: { from: A, when: b != null }\n  b: { from: B, when: a != null }"))
                .singleElement()
                .asString()
                .contains("the expressions need 'a' to calculate it");
    }

    @Test
    void refusesChecksOfFieldsThatAreNotThere() {
        assertThat(Mappings.problems(
                        "fields: { city: City }\ncheck:\n  - { that: city != '', field: citty }\n  - { field: city }"))
                .containsExactly(
                        "m.yaml:3:32 there is no field 'citty' (did you mean 'city'?)",
                        "m.yaml:4:5 the check says no rule (write that: validTo >= validFrom)");
    }

    @Test
    void refusesNamesThatAreNoXml() {
        assertThat(Mappings.problems("output: { xml: R }\nfields:\n  my name: N\n  q:A: A"))
                .containsExactly(
                        "m.yaml:3:3 'my name' is no XML name (write Element, p:Element, '@attribute' or '#text')",
                        "m.yaml:4:3 the prefix 'q' is not declared (declare it under namespaces; one of: xml, xsi)");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(
                        Mappings.problems(
                                "zone: Europe/Berln\nlimits: { depth: 0 }\ndefaults: { absnt: null }\nfields:\n  a: A[\n  b: { from: B, x: 1 }"))
                .hasSize(5)
                .anyMatch(problem -> problem.contains("did you mean 'Europe/Berlin'?"))
                .anyMatch(problem -> problem.contains("did you mean 'absent'?"));
    }

    @Test
    void readsASharedFileOnceAndNotInACircle() {
        assertThat(Mappings.problems("use: nowhere.yaml"))
                .singleElement()
                .asString()
                .contains("nowhere.yaml");
        assertThat(Mappings.problems("check: []")).singleElement().asString().contains("there are no fields");
    }
}
