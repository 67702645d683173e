package io.linkspan.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CodesTest {
    @TestFactory
    Stream<DynamicTest> looksCodesUp() {
        return Table.of("""
                trim: true, lookup: { Z014: NET14, 0001: DUE_NOW }, otherwise: { value: OTHER } >> "Z014  " => "NET14"
                trim: true, lookup: { Z014: NET14, 0001: DUE_NOW }, otherwise: { value: OTHER } >> "0001" => "DUE_NOW"
                trim: true, lookup: { Z014: NET14, 0001: DUE_NOW }, otherwise: { value: OTHER } >> "1" => "OTHER" warning:lookup_miss
                trim: true, lookup: { Z014: NET14, 0001: DUE_NOW }, otherwise: { value: OTHER } >> "z014" => "OTHER" warning:lookup_miss
                trim: true, lookup: { Z014: NET14, 0001: DUE_NOW }, otherwise: { value: OTHER } >> "" => ""
                lookup: { A: x }, otherwise: fail >> "B" => error:lookup_miss
                lookup: { A: x }, otherwise: keep >> "B" => "B" warning:lookup_miss
                lookup: { A: x }, otherwise: null >> "B" => null warning:lookup_miss
                lookup: { A: null } >> "A" => null
                lookup: { A: 1, B: "1", C: 01, D: true } >> ["A","B","C","D"] => [1,"1","01",true]
                lookup: { "true": J, "false": N } >> true => "J"
                lookup: { 10: ten } >> 10 => "ten"
                lookup: { table: { Straße: s }, ignoreCase: true } >> "STRAßE" => "s"
                lookup: { table: { A: 1 }, otherwise: { value: 0, warn: false } } >> "B" => 0
                oneOf: { values: [A, B], otherwise: keep } >> "C" => "C" warning:not_allowed
                """);
    }

    @Test
    void readsTablesFromFilesBesideTheMapping() {
        assertThat(Field.of("lookup: { file: t.csv }")
                        .file("t.csv", "A;\"x;\"\"y\"\r\n\r\nB;z\n")
                        .take("A"))
                .isEqualTo("\"x;\\\"y\"");
        assertThat(Field.of("lookup: { file: t.csv, key: Code, value: Name }")
                        .file("t.csv", "\uFEFFName,Code\nalpha,0001\n")
                        .take("0001"))
                .isEqualTo("\"alpha\"");
        assertThat(Field.of("lookup: { file: t.yaml }")
                        .file("t.yaml", "A: 1\nB: two\n")
                        .take("A"))
                .isEqualTo("1");
    }

    @Test
    void refusesTablesThatCannotBeMeant() {
        assertThat(Field.of("lookup: { file: none.csv }").problems())
                .singleElement()
                .asString()
                .contains("no file");
        assertThat(Field.of("lookup: { file: t.csv }")
                        .file("t.csv", "A,1\nA,2\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("two results for 'A'");
        assertThat(Field.of("lookup: { file: t.csv }").file("t.csv", "A\n").problems())
                .hasSize(1);
        assertThat(Field.of("lookup: { table: { a: 1, A: 2 }, ignoreCase: true }")
                        .problems())
                .hasSize(1);
        assertThat(Field.of("lookup: { A: [1] }").problems()).hasSize(1);
        assertThat(Field.of("lookup: { table: { a: 1 }, ignorecase: true }").problems())
                .singleElement()
                .asString()
                .contains("did you mean 'ignoreCase'?");
        assertThat(Field.of("lookup: true").problems()).hasSize(1);
        String huge = IntStream.rangeClosed(0, LookupTable.MOST_CODES)
                .mapToObj(i -> "K" + i + ",v")
                .collect(Collectors.joining("\n"));
        assertThat(Field.of("lookup: { file: t.csv }").file("t.csv", huge).problems())
                .singleElement()
                .asString()
                .contains("at most 100000 codes");
    }

    @TestFactory
    Stream<DynamicTest> readsTokens() {
        return Table.of("""
                boolean: { true: [N, ""], false: [J, X] } >> "" => true
                boolean: { true: [N, ""], false: [J, X] } >> "  " => true
                boolean: { true: X, false: "" } >> "" => false
                boolean: { true: X } >> "x" => error:unknown_token
                boolean: { true: X, ignoreCase: true } >> "x" => true
                boolean: { true: 1, false: 0 } >> 1 => true
                boolean: true >> "TRUE" => error:unknown_token
                boolean: true >> false => false
                boolean: true >> " " => null
                boolean: common >> "Nein" => false
                boolean: common, not: true >> "Nein" => true
                boolean: { true: X, otherwise: { value: false, warn: false } } >> "?" => false
                """);
    }

    @TestFactory
    Stream<DynamicTest> knowsCountriesByManyNames() {
        return Table.of("""
                country: true >> "de" => "DE"
                country: true >> "D" => "DE"
                country: true >> "DEU" => "DE"
                country: true >> "276" => "DE"
                country: true >> "Allemagne" => "DE"
                country: true >> "  öSTERREICH " => "AT"
                country: true >> "Czech Republic" => "CZ"
                country: true >> "U.S.A." => "US"
                country: true >> "Vereinigtes Königreich" => "GB"
                country: true >> "EL" => "GR"
                country: true >> "Turkey" => "TR"
                country: true >> "Türkei" => "TR"
                country: true >> "Kosovo" => "XK"
                country: true >> "Côte d’Ivoire" => "CI"
                country: true >> "South Korea" => "KR"
                country: true >> "日本" => "JP"
                country: true >> "Polska" => "PL"
                country: alpha3 >> "Kosovo" => "XKX"
                country: numeric >> "AF" => "004"
                country: { to: name, language: de } >> "FR" => "Frankreich"
                country: true >> "ZZ" => error:unknown_country
                country: { otherwise: { value: null, warn: false } } >> "?" => null
                language: true >> "ger" => "de"
                language: true >> "EN" => "en"
                language: true >> "cze" => "cs"
                language: true >> "français" => "fr"
                language: true >> "pt_BR" => "pt"
                language: alpha3 >> "fr" => "fra"
                currency: true >> "€" => "EUR"
                currency: true >> "usd" => "USD"
                currency: true >> "392" => "JPY"
                currency: true >> "XYZ" => error:unknown_currency
                currency: { signs: { $: USD } } >> "$" => "USD"
                """);
    }

    @TestFactory
    Stream<DynamicTest> readsTelephoneNumbers() {
        return Table.of(Map.of("Country", "Schweiz"), """
                phone: DE >> "089 / 123 456 78" => "+498912345678"
                phone: DE >> "+49 (0)89 12345678" => "+498912345678"
                phone: DE >> "0049 89 12345678" => "+498912345678"
                phone: { region: DE, regionFrom: Country } >> "044 668 18 00" => "+41446681800"
                phone: { region: DE, regionFrom: Nowhere } >> "089 12345678" => "+498912345678"
                phone: { region: DE, format: international } >> "08912345678" => "+49 89 12345678"
                phone: { region: US, extension: drop } >> "415-555-2671 ext 9" => "+14155552671"
                phone: { region: US, extension: only } >> "415-555-2671" => null
                phone: true >> "089 12345678" => error:invalid_phone
                phone: true >> "+49 89 12345678" => "+498912345678"
                phone: DE, otherwise: keep >> "siehe Notiz" => "siehe Notiz" warning:invalid_phone
                phone: DE, otherwise: null >> "12" => null warning:invalid_phone
                phone: DE >> "+1 1" => error:invalid_phone
                """);
    }

    @TestFactory
    Stream<DynamicTest> takesNamesAndAddressesApart() {
        return Table.of("""
                namePart: first >> "Ludwig van Beethoven" => "Ludwig"
                namePart: last >> "Ludwig van Beethoven" => "van Beethoven"
                namePart: last >> "Maria Anna Müller" => "Müller"
                namePart: first >> "Maria Anna Müller" => "Maria Anna"
                namePart: last >> "von der Leyen, Ursula" => "von der Leyen"
                namePart: first >> "Müller, Dr. Hans" => "Hans"
                namePart: title >> "Müller, Dr. Hans" => "Dr."
                namePart: salutation >> "Frau Dr. Eva Klein" => "Frau"
                namePart: suffix >> "John Smith, Jr." => "Jr."
                namePart: last >> "John Smith, Jr." => "Smith"
                namePart: last >> "Cher" => "Cher"
                namePart: { part: first, single: first } >> "Cher" => "Cher"
                namePart: last >> "van der Berg" => "van der Berg"
                namePart: last >> "Juan de la Cruz" => "de la Cruz"
                namePart: first >> " " => null
                streetPart: name >> "Hauptstr. 12a" => "Hauptstr."
                streetPart: number >> "Hauptstr. 12a" => "12a"
                streetPart: number >> "Straße des 17. Juni 135" => "135"
                streetPart: name >> "12 Main Street" => "Main Street"
                streetPart: number >> "5th Avenue 10" => "10"
                streetPart: name >> "Via Roma, 5/B" => "Via Roma"
                streetPart: number >> "Via Roma, 5/B" => "5/B"
                email: true >> "mailto:a@B.example" => "a@b.example"
                email: true >> "a@b" => error:invalid_email
                email: true >> "a b@c.example" => error:invalid_email
                email: true >> "a@b.example;c@d.example" => error:invalid_email
                email: true >> "ü@müller.example" => "ü@müller.example"
                email: true, lower: true >> "A@B.example" => "a@b.example"
                url: true >> "example.com" => "https://example.com"
                url: true >> "https://Ex.com:8080/A?b#C" => "https://ex.com:8080/A?b#C"
                url: true >> "ftp://example.com" => error:invalid_url
                url: true >> "not a url" => error:invalid_url
                url: true >> "localhost" => error:invalid_url
                """);
    }

    @TestFactory
    Stream<DynamicTest> makesAndChecksIds() {
        return Table.of("""
                prefix: "customer:", uuidV5: url >> "4711" => "12a7c74f-cf29-56f5-be22-d1615bf25872"
                uuidV5: 6ba7b810-9dad-11d1-80b4-00c04fd430c8 >> "www.example.com" => "2ed6657d-e927-568b-95e1-2665a8aea6a2"
                uuid: true >> "urn:uuid:2ED6657D-E927-568B-95E1-2665A8AEA6A2" => "2ed6657d-e927-568b-95e1-2665a8aea6a2"
                sha256: true >> "Müller" => "a78429899bb825ce667d25d92e2cde488f8a7d6871bb2be7365601cad6b0a8f2"
                base64: decode >> "TcO8\\nbGxlcg" => "Müller"
                base64: { way: decode, charset: ISO-8859-1 } >> "TfxsbGVy" => "Müller"
                base64: decode >> "TfxsbGVy" => error:not_base64
                iban: true >> "GB82 WEST 1234 5698 7654 32" => "GB82WEST12345698765432"
                gtin: true >> "036000291452" => "036000291452"
                gtin: true >> "4006381333932" => error:invalid_gtin
                """);
    }
}
