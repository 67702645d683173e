package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts and their currencies. */
final class Money {
    private static final String AMOUNT_SCHEMA = """
            {"type":["boolean","string","object"],"properties":{"currency":{"type":"string"},"currencyFrom":{"type":"string"},
            "rounding":{"type":"string"}},"additionalProperties":false}""";

    private Money() {}

    static List<Function> all() {
        return List.of(minorUnits(), majorUnits(), currency());
    }

    private static Function minorUnits() {
        return Described.named("minorUnits", Arithmetic.GROUP)
                .summary("Writes an amount as a whole number of the currency's smallest unit: 12.34 EUR as 1234 cents.")
                .argument("""
                        `minorUnits: EUR` is short for `{ currency: EUR }`.

                        - `currency`: its ISO 4217 code; `currencyFrom`: the source path of the code instead (with both, `currency` counts where
                          that is empty). JPY has no digits behind the point, KWD three
                        - `rounding`: what becomes of more digits than the currency has: `exact` (default, refused as `too_precise`), `half-up` …""")
                .schema(AMOUNT_SCHEMA)
                .refuses()
                .keys("currency", "currencyFrom", "rounding")
                .example("EUR", "\"12.34\"", "1234")
                .example("KWD", "\"1.234\"", "1234")
                .example("{ currencyFrom: Currency }", "\"500\"", "500")
                .example("EUR", "\"12.345\"", "error:too_precise")
                .compiledBy(argument -> {
                    CurrencyDigits digits = CurrencyDigits.of(argument);
                    RoundingMode rounding = Decimals.rounding(argument, Decimals.Rounding.EXACT);
                    return (NumberStep) (number, notes) -> {
                        int count = digits.count(notes);
                        BigDecimal minor = count < 0
                                ? null
                                : Decimals.scaled(
                                        number.movePointRight(count), 0, rounding, Decimals.TOO_PRECISE, notes);
                        return minor == null ? null : Plain.shortest(minor);
                    };
                });
    }

    private static Function majorUnits() {
        return Described.named("majorUnits", Arithmetic.GROUP)
                .summary("Reads a whole number of a currency's smallest unit as an amount: 1234 cents as 12.34 EUR.")
                .argument("As `minorUnits`, the other way round.")
                .schema(AMOUNT_SCHEMA)
                .refuses()
                .keys("currency", "currencyFrom", "rounding")
                .example("EUR", "\"1234\"", "12.34")
                .example("{ currencyFrom: Currency }", "\"1234\"", "1234")
                .example("EUR", "\"12.5\"", "error:not_an_integer")
                .compiledBy(argument -> {
                    CurrencyDigits digits = CurrencyDigits.of(argument);
                    RoundingMode rounding = Decimals.rounding(argument, Decimals.Rounding.EXACT);
                    return (NumberStep) (number, notes) -> {
                        int count = digits.count(notes);
                        BigDecimal minor =
                                count < 0 ? null : Decimals.scaled(number, 0, rounding, Decimals.NOT_AN_INTEGER, notes);
                        return minor == null ? null : minor.movePointLeft(count).setScale(count);
                    };
                });
    }

    private static Function currency() {
        return Described.named("currency", "Codes")
                .summary("Checks a currency and writes its ISO 4217 code.")
                .argument("""
                        `true`: takes codes in any case (eur), numbers (978) and signs that mean one currency (€ £ zł Kč ₺ ₹ ₩ ₪ ₫ ₴ ฿ ₽). What else a
                        sign means has to be said: `{ signs: { $: USD, kr: SEK } }`.""")
                .schema("""
                        {"type":["boolean","object"],"properties":{"signs":{"type":"object","additionalProperties":{"type":"string"}}},
                        "additionalProperties":false}""")
                .refuses()
                .keysOnly("signs")
                .example("true", "\"eur\"", "\"EUR\"")
                .example("true", "\"978\"", "\"EUR\"")
                .example("{ signs: { $: USD } }", "\"$\"", "\"USD\"")
                .example("true", "\"$\"", "error:unknown_currency")
                .compiledBy(Money::currency);
    }

    private static Step currency(Argument argument) {
        Map<String, String> signs = new HashMap<>(Map.ofEntries(
                Map.entry("€", "EUR"),
                Map.entry("£", "GBP"),
                Map.entry("ZŁ", "PLN"),
                Map.entry("KČ", "CZK"),
                Map.entry("₺", "TRY"),
                Map.entry("₹", "INR"),
                Map.entry("₩", "KRW"),
                Map.entry("₪", "ILS"),
                Map.entry("₫", "VND"),
                Map.entry("₴", "UAH"),
                Map.entry("฿", "THB"),
                Map.entry("₽", "RUB")));
        argument.map("signs").forEach((sign, code) -> signs.put(sign.toUpperCase(Locale.ROOT), code));
        if (signs.values().stream().anyMatch(code -> CurrencyDigits.currency(code) == null)) {
            argument.refuse(argument.place("signs"), "gives ISO 4217 codes for signs", "{ $: USD }");
        }
        return (TextStep) (text, notes) -> {
            String token = Blanks.trim(text).toUpperCase(Locale.ROOT);
            String code = code(signs.getOrDefault(token, token));
            if (code == null && !token.isEmpty()) {
                notes.error(CurrencyDigits.UNKNOWN_CURRENCY, "a currency of ISO 4217 was expected");
            }
            return code;
        };
    }

    private static @Nullable String code(String token) {
        if (token.length() == 3 && token.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return ByNumber.CODES.get(Integer.parseInt(token));
        }
        Currency currency = CurrencyDigits.currency(token);
        return currency == null ? null : currency.getCurrencyCode();
    }

    /** Currencies by number, made when the first number is met. Of several with one number the current one counts. */
    private static final class ByNumber {
        private static final Map<Integer, String> CODES = codes();

        private static Map<Integer, String> codes() {
            Map<Integer, String> codes = new HashMap<>();
            Currency.getAvailableCurrencies().stream()
                    .sorted(java.util.Comparator.comparing(Currency::getCurrencyCode))
                    .forEach(currency -> codes.put(currency.getNumericCode(), currency.getCurrencyCode()));
            Locale.availableLocales()
                    .filter(locale -> locale.getCountry().length() == 2)
                    .map(ByNumber::used)
                    .filter(java.util.Objects::nonNull)
                    .forEach(currency -> codes.put(currency.getNumericCode(), currency.getCurrencyCode()));
            return Map.copyOf(codes);
        }

        private static @Nullable Currency used(Locale locale) {
            try {
                return Currency.getInstance(locale);
            } catch (IllegalArgumentException noCountry) {
                return null;
            }
        }
    }
}
