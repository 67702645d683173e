package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions give. */
class ExpressionTest {
    private static final String FIELDS = """
            defaults: { absent: null }
            fields:
              t:    { from: T, hidden: true }
              none: { from: Gone, hidden: true }
              d:    { from: D, decimal: true, hidden: true }
              nod:  { from: Gone, decimal: true, hidden: true }
              i:    { from: I, integer: true, hidden: true }
              b:    { from: B, boolean: { true: [J], false: [N] }, hidden: true }
              nob:  { from: Gone, boolean: true, hidden: true }
              l:    { each: L, hidden: true }
              o:    { each: O, fields: { k: "@k", v: { from: ., integer: true } }, hidden: true }
              result: { expr: "%s" }
            """;
    private static final String RECORD =
            "<R><T>Text</T><D>10.50</D><I>7</I><B>J</B><L>x</L><L>y</L><O k='a'>1</O><O k='b'>2</O></R>";

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
        d + 0.1 § 10.60
        d * 2 § 21.00
        i / 2 § 3
        i / 2.0 § 3.5
        -i % 4 § -3
        i - 9223372036854775807 § -9223372036854775800
        d == 10.5 § true
        i == 7.0 § true
        d > i § true
        t + '!' § "Text!"
        t + none § "Text"
        none == '' && none == null § true
        t != null § true
        nod == null § true
        nod > 1 § null
        !(nod > 1) § null
        nod > 1 || b § true
        nod > 1 && !b § false
        nob § null
        nob == false § false
        nod > 1 ? 'a' : 'b' § null
        b ? d : 0.0 § 10.50
        size(t) § 4
        size(none) § 0
        none.startsWith('x') § false
        t.contains('ex') && t.endsWith('t') § true
        t.matches('^[A-Z][a-z]+$') § true
        t.substring(1) § "ext"
        t.indexOf('x') § 2
        t.replace('T', 't').upperAscii() § "TEXT"
        'a,b'.split(',') § ["a","b"]
        l.join('-') § "x-y"
        'x' in l § true
        i in [1, 7] § true
        l[1] § "y"
        l + ['z'] § ["x","y","z"]
        l.exists(e, e == 'y') § true
        l.all(e, e == 'y') § false
        l.exists_one(e, e == 'y') § true
        l.map(e, e + e) § ["xx","yy"]
        o.filter(e, e.v > 1).map(e, e.k) § ["b"]
        o.map(a, o.map(b, a.v * b.v)) § [[1,2],[2,4]]
        o[0].k § "a"
        has(o[0].gone) § false
        string(d) + string(i) + string(b) § "10.507true"
        int('12') + int(d) § 22
        double('0.1') + double('0.2') § 0.3
        timestamp('2024-01-01T00:00:00Z') + duration('24h') == timestamp('2024-01-02T00:00:00Z') § true
        '2024-01-31' < '2024-02-01' § true
        '2024-01-31T10:00:00+01:00' < '2024-01-31T09:30:00Z' § true
        upper(t) § "TEXT"
        date('31.01.2024', 'dd.MM.yyyy') § "2024-01-31"
        """)
    void gives(String expression, String result) {
        Mapping mapping = Mappings.of(FIELDS.formatted(expression.replace("\\", "\\\\")));
        MappingResult mapped = mapping.map(Payload.xml(RECORD));
        assertThat(mapped.errors()).isEmpty();
        assertThat(Objects.requireNonNull(mapped.output()).text()).isEqualTo("{\"result\":" + result + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
        i / 0 § the calculation is not possible
        i + 9223372036854775807 § the calculation is not possible
        l[5] § the list has no entry 5
        int(t) § the text is no number
        timestamp(t) § the text is no point in time with a zone
        t.substring(9) § the text is shorter
        """)
    void whatCannotBeCalculatedIsAnError(String expression, String detail) {
        MappingResult mapped = Mappings.of(FIELDS.formatted(expression)).map(Payload.xml(RECORD));
        assertThat(mapped.output()).isNull();
        assertThat(mapped.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("result");
            assertThat(error.code()).isEqualTo("expression");
            assertThat(error.detail()).startsWith(detail);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
        i + § the expression ends too early
        i + ] § ']' cannot stand here
        i > 'x' § '>' cannot be applied to (whole number, text)
        b + 1 § '+' cannot be applied to (true or false, whole number)
        x.y § there is no field or function 'x' here
        frob(t) § there is no field or function 'frob' here
        {'a': 1} § objects cannot be made in an expression
        b'x' == b'x' § bytes cannot be written in an expression
        t.charAt(1) § the function 'charAt' cannot be used so in a mapping
        """)
    void whatIsNoExpressionIsRefusedWhenLoaded(String expression, String problem) {
        assertThat(Mappings.problems(FIELDS.formatted(expression))).anyMatch(said -> said.contains(problem));
    }
}
