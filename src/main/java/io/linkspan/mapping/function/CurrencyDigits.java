package io.linkspan.mapping.function;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many digits a currency has behind the point (ISO 4217), the currency being written down or another value. */
record CurrencyDigits(int written, int sibling) {
    static final String UNKNOWN_CURRENCY = "unknown_currency";

    private static final int NONE = -1;

    /** Reads the keys {@code currency} and {@code currencyFrom}; with both, the first counts where the second is empty. */
    static CurrencyDigits of(Argument argument) {
        String code = argument.text("currency");
        int written = code == null ? NONE : digits(code);
        if (code != null && written < 0) {
            argument.refuse(
                    argument.place("currency"),
                    "does not know the currency '" + code + "'",
                    "write an ISO 4217 code such as EUR");
        }
        if (code == null && !argument.has("currencyFrom")) {
            argument.refuse(argument.node(), "needs a currency", "{ currency: EUR } or { currencyFrom: path }");
        }
        return new CurrencyDigits(written, argument.sibling("currencyFrom"));
    }

    /** The digits; negative after an error. */
    int count(Notes notes) {
        String code = sibling == Function.Surroundings.NO_SIBLING ? null : notes.sibling(sibling);
        int count = code == null || Blanks.allBlank(code) ? written : digits(code);
        if (count < 0) {
            notes.error(UNKNOWN_CURRENCY, "a currency of ISO 4217 was expected beside the amount");
        }
        return count;
    }

    private static int digits(String code) {
        Currency currency = currency(Blanks.trim(code).toUpperCase(Locale.ROOT));
        return currency == null ? NONE : currency.getDefaultFractionDigits();
    }

    static @Nullable Currency currency(String code) {
        try {
            return code.length() == 3 ? Currency.getInstance(code) : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
