package io.linkspan.system.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks single properties below one prefix; a wrong one is noted, and something harmless returned instead. */
final class PropertyCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:]+)}");

    private final String prefix;
    private final List<String> problems;

    PropertyCheck(String prefix, List<String> problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    PropertyCheck within(String property) {
        return new PropertyCheck(prefix + "." + property, problems);
    }

    /** Notes a problem. */
    void wrong(String property, String mend) {
        problems.add((property.isEmpty() ? prefix : prefix + "." + property) + ": " + mend);
    }

    String given(String property, @Nullable String written) {
        return resolved(property, template(property, written));
    }

    Secret given(String property, @Nullable Secret written) {
        return new Secret(given(property, written == null ? null : written.reveal()));
    }

    /** A text that is given and may hold placeholders of our own. */
    String template(String property, @Nullable String written) {
        if (written == null || written.isBlank()) {
            missing(property);
            return "";
        }
        return written;
    }

    /** A text in which each variable of the environment was found: Spring leaves those it does not find as they stand. */
    String resolved(String property, String written) {
        Matcher left = VARIABLE.matcher(written);
        if (left.find()) {
            wrong(property, "names ${" + left.group(1) + "}, which is not set; set this environment variable");
            return "";
        }
        return written;
    }

    private void missing(String property) {
        String variable =
                (prefix + "." + property).replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        wrong(property, "missing; set it, for instance by the environment variable " + variable);
    }

    /** One of some words; the first one where nothing can be made of it. */
    String oneOf(String property, @Nullable String written, @Nullable String otherwise, String... words) {
        String word = written == null ? otherwise : written.strip().toLowerCase(Locale.ROOT);
        if (word == null) {
            wrong(property, "missing; one of: " + String.join(", ", words));
            return words[0];
        }
        if (!Arrays.asList(words).contains(word)) {
            wrong(property, "'" + written + "' is not known; one of: " + String.join(", ", words));
            return words[0];
        }
        return word;
    }

    URI address(String property, @Nullable String written) {
        String given = given(property, written);
        if (given.isEmpty()) {
            return SettingsReader.nowhere();
        }
        try {
            URI address = URI.create(given.strip());
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                if (address.getUserInfo() != null) {
                    wrong(property, "an address with a password in it shows in logs; say it under auth instead");
                }
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // told below, with all other addresses that cannot be called
        }
        wrong(property, "'" + given + "' is no address; write http://… or https://…");
        return SettingsReader.nowhere();
    }

    Duration positive(String property, @Nullable Duration written, Duration otherwise) {
        if (written != null && (written.isNegative() || written.isZero())) {
            wrong(property, "must be longer than nothing, such as 30s");
        }
        return written == null ? otherwise : written;
    }

    int atLeastOne(String property, @Nullable Integer written, int otherwise) {
        if (written != null && written < 1) {
            wrong(property, "must be at least 1");
        }
        return written == null ? otherwise : written;
    }
}
