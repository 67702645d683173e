package io.linkspan.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DecimalsTest {
    @TestFactory
    Stream<DynamicTest> readsNumbersAsTheirCountriesWriteThem() {
        return Table.of("""
                decimal: de >> "1.234.567,89" => 1234567.89
                decimal: de >> "-12,00" => -12.00
                decimal: de >> "1.000" => 1000
                decimal: de >> "0,5" => 0.5
                decimal: de >> ",75" => 0.75
                decimal: de >> "1234567,89" => 1234567.89
                decimal: de >> "1 234 567,89" => 1234567.89
                decimal: de >> " 12,5 " => 12.5
                decimal: de-AT >> "1.234,56" => 1234.56
                decimal: de-CH >> "1'234.50" => 1234.50
                decimal: de-CH >> "1’000’000" => 1000000
                decimal: fr >> "1\u202f234\u00a0567,89" => 1234567.89
                decimal: en >> "1,234.56" => 1234.56
                decimal: en-IN >> "12,34,567.89" => 1234567.89
                decimal: { point: ",", group: "." } >> "1.234,5" => 1234.5
                decimal: { point: ".", group: " " } >> "1\u00a0234.5" => 1234.5
                """);
    }

    @TestFactory
    Stream<DynamicTest> readsSignsOnEitherSide() {
        return Table.of("""
                decimal: de >> "12,00-" => -12.00
                decimal: de >> "12,00 -" => -12.00
                decimal: de >> "(1.234,50)" => -1234.50
                decimal: true >> "+5" => 5
                decimal: true >> "\u22125" => -5
                decimal: true >> "- 5" => -5
                decimal: true >> "-0" => 0
                decimal: true >> "--5" => error:not_a_number
                decimal: true >> "-5-" => error:not_a_number
                decimal: true >> "(5" => error:not_a_number
                decimal: true >> "-" => error:not_a_number
                """);
    }

    @TestFactory
    Stream<DynamicTest> keepsEveryDigit() {
        return Table.of("""
                decimal: true >> "123456789012345678901234567890.123456789" => 123456789012345678901234567890.123456789
                decimal: true >> "0.1000000000000000055511151231257827" => 0.1000000000000000055511151231257827
                decimal: true >> "1.5E+3" => 1500
                decimal: true >> "1e-3" => 0.001
                decimal: true >> "-999999999999999999" => -999999999999999999
                decimal: true >> "9999999999999999999" => 9999999999999999999
                decimal: true >> "0001234567890123456789" => 1234567890123456789
                decimal: true >> "12." => 12
                decimal: true >> 12.50 => 12.50
                integer: true >> "9007199254740993" => 9007199254740993
                integer: true >> "123456789012345678901234567890" => 123456789012345678901234567890
                integer: de >> "12,00" => 12
                integer: true >> "-0" => 0
                """);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoNumber() {
        return Table.of("""
                decimal: de >> "1.23" => error:not_a_number
                decimal: de >> "1.2345" => error:not_a_number
                decimal: de >> "12.34,5" => error:not_a_number
                decimal: de >> "1.234.56" => error:not_a_number
                decimal: de >> ".123" => error:not_a_number
                decimal: de >> "1,2,3" => error:not_a_number
                decimal: de >> "1,234.5" => error:not_a_number
                decimal: de-CH >> "1'234 567" => error:not_a_number
                decimal: true >> "1,234" => error:not_a_number
                decimal: true >> "1 000" => error:not_a_number
                decimal: true >> "." => error:not_a_number
                decimal: true >> "1E999999999" => error:not_a_number
                decimal: true >> "1E" => error:not_a_number
                decimal: true >> "0x10" => error:not_a_number
                decimal: true >> "NaN" => error:not_a_number
                decimal: true >> "INF" => error:not_a_number
                decimal: true >> "\u0661" => error:not_a_number
                decimal: true >> "  " => null
                integer: true >> "1.5" => error:not_an_integer
                integer: true >> true => error:not_a_number
                """);
    }

    @TestFactory
    Stream<DynamicTest> roundsAndChecksAsAsked() {
        return Table.of("""
                decimal: { scale: 2 } >> "1.005" => 1.01
                decimal: { scale: 2 } >> "-1.005" => -1.01
                decimal: { scale: 2, rounding: HALF_EVEN } >> "1.005" => 1.00
                decimal: { scale: 2, rounding: down } >> "1.009" => 1.00
                decimal: { scale: 2 } >> "5" => 5.00
                decimal: { scale: 2, rounding: exact } >> "5.00000" => 5.00
                decimal: { scale: 2, rounding: exact } >> "5.001" => error:too_precise
                decimal: { strip: true } >> "1200.00" => 1200
                decimal: { strip: true } >> "0.00" => 0
                decimal: { implied: 2 } >> "-5" => -0.05
                decimal: { implied: 2 } >> "1.5" => error:not_a_number
                decimal: { locale: de, ignore: [EUR, €] } >> "1.234,56 €" => 1234.56
                decimal: { locale: de, ignore: [EUR, €] } >> "EUR -5" => -5
                decimal: { min: 0, max: 10 } >> "10.0" => 10.0
                decimal: { min: 0 } >> "-0.01" => error:out_of_range
                decimal: { otherwise: null } >> "n/a" => null warning:not_a_number
                decimal: { otherwise: { value: 0, warn: false } } >> "n/a" => 0
                decimal: { otherwise: { value: 0, code: no_amount } } >> "n/a" => 0 warning:no_amount
                decimal: { otherwise: { code: bad_amount } } >> "n/a" => error:bad_amount
                decimal: true, otherwise: keep >> "n/a" => "n/a" warning:not_a_number
                decimal: de >> ["1,5","x"] => error:not_a_number
                decimal: de >> ["1,5",""," ","2"] => [1.5,2]
                """);
    }

    @TestFactory
    Stream<DynamicTest> calculatesExactly() {
        return Table.of(Map.of("Qty", "3", "Flag", "H", "Cur", "KWD"), """
                multiply: 0.1 >> "0.1" => 0.01
                multiply: { from: Qty } >> "1.1" => 3.3
                add: { from: Nowhere } >> "1" => error:not_a_number
                divide: 1000 >> "5" => 0.005
                divide: 3 >> "1" => 0.3333333333333333333333333333333333
                divide: { from: Qty, scale: 2 } >> "10" => 3.33
                sign: { from: Flag, minus: [H, C] } >> "12.50" => -12.50
                sign: { from: Flag, minus: S, plus: H } >> "12.50" => 12.50
                minorUnits: { currencyFrom: Cur } >> "1.234" => 1234
                majorUnits: { currencyFrom: Cur } >> "1234" => 1.234
                minorUnits: { currencyFrom: None, currency: EUR } >> "1.2" => 120
                minorUnits: { currencyFrom: None } >> "1.2" => error:unknown_currency
                minorUnits: JPY >> "1234" => 1234
                minorUnits: JPY >> "12.5" => error:too_precise
                minorUnits: { currency: EUR, rounding: half-up } >> "0.005" => 1
                decimal: de, minorUnits: EUR >> "1.234,56" => 123456
                round: { currencyFrom: Cur } >> "1.23456" => 1.235
                round: { to: 0.05, rounding: up } >> "1.01" => 1.05
                percent: { locale: de, as: fraction } >> "-12,5 %" => -0.125
                clamp: { max: 10 } >> "10.0" => 10.0
                """);
    }

    @TestFactory
    Stream<DynamicTest> writesNumbersForOldSystems() {
        return Table.of("""
                formatNumber: { locale: de, scale: 2 } >> 1234.5 => "1234,50"
                formatNumber: { locale: en, group: true } >> 1234567 => "1,234,567"
                formatNumber: { locale: en, group: true } >> 123 => "123"
                formatNumber: { width: 6 } >> -12 => "-00012"
                formatNumber: { implied: 2, width: 9 } >> 0.5 => "000000050"
                formatNumber: { scale: 0 } >> 0.4 => "0"
                formatNumber: true >> 1E+3 => "1000"
                text: true >> 1E+3 => "1000"
                """);
    }

    @Test
    void saysWhatIsWrongWithAnArgumentAndWhatToWrite() {
        assertThat(Field.of("decimal: { scael: 2 }").problems())
                .containsExactly("field.yaml:1:14 decimal has no 'scael' (did you mean 'scale'?)");
        assertThat(Field.of("decimal: { scale: two, rounding: halfup }").problems())
                .containsExactly(
                        "field.yaml:1:21 decimal expects a whole number from 0 to 100 for 'scale'",
                        "field.yaml:1:36 decimal does not know 'halfup' for 'rounding' (did you mean 'half-up'?)");
        assertThat(Field.of("decimal: german").problems())
                .singleElement()
                .asString()
                .contains("write a language tag");
        assertThat(Field.of("decimal: { locale: de, point: '.' }").problems()).hasSize(1);
        assertThat(Field.of("decimal: de, otherwise: nul").problems())
                .singleElement()
                .asString()
                .contains("for that value write { value: nul }");
    }
}
