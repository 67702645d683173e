package io.linkspan.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TextsTest {
    @TestFactory
    Stream<DynamicTest> neverCutsACharacterApart() {
        return Table.of("""
                max: 3 >> "abc" => "abc"
                max: 3 >> "abcd" => "abc" warning:truncated
                max: 2 >> "a😀b" => "a😀" warning:truncated
                max: 2 >> "a👨‍👩‍👧b" => "a" warning:truncated
                max: 6 >> "a👨‍👩‍👧b" => "a👨‍👩‍👧" warning:truncated
                max: 1 >> "e\u0301x" => "e" warning:truncated
                max: 2 >> "🇩🇪🇫🇷" => "🇩🇪" warning:truncated
                max: 3 >> "🇩🇪🇫🇷" => "🇩🇪" warning:truncated
                max: 2 >> "😀😀" => "😀😀"
                max: 0 >> "a" => "" warning:truncated
                max: { length: 3, warn: false } >> "abcd" => "abc"
                max: { length: 3, over: keep } >> "abcd" => "abcd" warning:too_long
                max: { length: 3, over: fail, otherwise: { value: long } } >> "abcd" => "long" warning:too_long
                max: { length: 5, at: word } >> "abcdefgh" => "abcde" warning:truncated
                max: 3 >> ["abcd","ab"] => ["abc","ab"] warning:truncated
                max: 3 >> 3 => 3
                max: 3 >> 3.01 => error:out_of_range
                maxBytes: 4 >> "aü😀" => "aü" warning:truncated
                min: 2 >> "😀" => error:too_short
                """);
    }

    @TestFactory
    Stream<DynamicTest> takesAwayWhatNobodySees() {
        return Table.of("""
                trim: true >> "\\u00a0\\t a b\\u2007\\u3000\\ufeff" => "a b"
                trim: right >> " a " => " a"
                foldBlanks: true >> "a\\u00a0\\u202f b\\r\\n\\tc" => "a b c"
                foldBlanks: { lines: keep } >> " a \\r\\n  b  c " => "a\\nb c"
                clean: true >> "a\\u200bb\\u00adc\\ufeffd\\u2060e\\u200ef" => "abcdef"
                clean: true >> "Max\\u200dMuster\\u200c" => "MaxMuster"
                clean: true >> "👨\\u200d👩\\u200d👧" => "👨‍👩‍👧"
                clean: true >> "👩🏽\\u200d💻" => "👩🏽‍💻"
                clean: true >> "می\\u200cخواهم" => "می‌خواهم"
                clean: true >> "a\\u0000b\\u0085c\\ud800d\\uffff" => "ab\\ncd"
                normalize: true >> "e\\u0301" => "é"
                normalize: NFKC >> "Ⅷ ﬀ" => "VIII ff"
                ascii: true >> "Þórður Øst “x” – 5 €" => "Thordur Ost \\"x\\" - 5 EUR"
                ascii: de >> "a\\u0308" => "ae"
                ascii: true >> "東" => "?"
                fixEncoding: true >> "GrÃ¶ÃŸe" => "Größe"
                fixEncoding: true >> "Ã" => "Ã"
                """);
    }

    @TestFactory
    Stream<DynamicTest> minesTheLettersOfALanguage() {
        return Table.of("""
                upper: true >> "ß" => "SS"
                lower: true >> "İ" => "i̇"
                upper: tr >> "ı i" => "I İ"
                capitalize: true >> "ǆ" => "Ǆ"
                capitalize: true >> "" => ""
                titleCase: true >> "JEAN-LUC d'ARC" => "Jean-Luc D'arc"
                titleCase: true >> "ÉLAN vital" => "Élan Vital"
                """);
    }

    @TestFactory
    Stream<DynamicTest> takesTextsApartAndPutsThemTogether() {
        return Table.of(Map.of("City", "Köln"), """
                substring: { from: 2 } >> "a😀c" => "😀c"
                substring: { from: -2, length: 1 } >> "abc" => "b"
                substring: { from: -4 } >> "abc" => null
                substring: { last: 4 } >> "abc" => "abc"
                substring: { first: 2 } >> "abc" => "ab"
                part: { by: "|", number: 2 } >> "a| b |c" => "b"
                part: { by: ".", number: -1 } >> "a.b." => null
                padLeft: 10 >> 4711 => "0000004711"
                padLeft: 3 >> "4711" => "4711"
                stripZeros: true >> "0.5" => "0.5"
                stripZeros: true >> "000" => "0"
                stripZeros: true >> "" => ""
                stripZeros: numeric >> "007" => "7"
                prefix: 00 >> "1" => "001"
                replace: { aa: x, a: y } >> "aaa" => "xy"
                replace: { "\\n": " " } >> "a\\nb" => "a b"
                replacePattern: { pattern: '\\s+', with: '\\$' } >> "a  b" => "a$b"
                extract: { pattern: '(\\d+)', group: 0 } >> "a12" => "12"
                extract: { pattern: '(a)|(b)', group: 2, otherwise: { value: none } } >> "a" => null
                extract: { pattern: 'x', otherwise: { value: null, warn: false } } >> "a" => null
                pattern: { pattern: 'de\\d', ignoreCase: true } >> "DE1" => "DE1"
                pattern: '(a+)+$' >> "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" => error:pattern_mismatch
                template: '{} in {City}{Nowhere}' >> "Haus" => "Haus in Köln"
                template: '{{}} {}' >> "a" => "{} a"
                mask: 4 >> "123" => "123"
                split: "\\n" >> "a\\r\\nb\\nc\\r" => ["a","b","c"]
                split: ";", lookup: { A: 1, B: 2 } >> "B;A" => [2,1]
                split: ";" >> ["a;b","c"] => ["a","b","c"]
                split: ";", item: -1 >> "a;b" => "b"
                bits: [a, "", c] >> "111" => ["a","c"]
                bits: [a, b] >> "1000" => ["a"]
                bits: { names: [a, b], as: mask } >> 2 => ["b"]
                bits: { names: [a, b], as: mask } >> 4 => error:unknown_bit
                bits: { names: [a, b], as: mask } >> 0 => []
                toBits: { names: [a, b, c], set: X, unset: "-" } >> ["b"] => "-X-"
                """);
    }

    @TestFactory
    Stream<DynamicTest> readsMarkupAsAPersonWould() {
        return Table.of("""
                htmlToText: true >> "<div>a<p>b</p><p>c</p></div>d" => "a\\nb\\nc\\nd"
                htmlToText: true >> "a<br/><br>b" => "a\\n\\nb"
                htmlToText: true >> "<script>x()</script><style>p{}</style>a" => "a"
                htmlToText: true >> "<p>  a \\n b </p>" => "a b"
                htmlToText: true >> "x < y & z > 3\\nnext" => "x < y & z > 3\\nnext"
                htmlToText: true >> "M&uuml;ller &amp; Co" => "Müller & Co"
                htmlToText: true >> "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>" => "a b\\nc"
                htmlToText: true >> "<ul><li>a</li><li>b</li></ul>" => "a\\nb"
                htmlToText: true >> "<p></p>" => ""
                unescape: true >> "&lt;b&gt; &nope;" => "<b> &nope;"
                textToHtml: true >> "<a> & \\"b\\"\\r\\nc" => "&lt;a&gt; &amp; &quot;b&quot;<br>c"
                """);
    }

    @Test
    void refusesPatternsThatWouldCostTooMuch() {
        assertThat(Field.of("pattern: '(((a{1,100}){1,100}){1,100})'").problems())
                .hasSize(1);
        assertThat(Field.of("pattern: '" + "a".repeat(1001) + "'").problems()).hasSize(1);
        assertThat(Field.of("pattern: '(?=a)b'").problems())
                .singleElement()
                .asString()
                .contains("look-around");
        assertThat(Field.of("replacePattern: { pattern: a, with: $1 }").problems())
                .hasSize(1);
        assertThat(Field.of("extract: { pattern: a, group: x }").problems()).hasSize(1);
    }
}
