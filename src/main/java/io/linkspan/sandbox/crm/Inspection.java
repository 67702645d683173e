package io.linkspan.sandbox.crm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Looks at a record property by property and gathers what is wrong. A property that says nothing is fine. */
final class Inspection {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final JsonNode record;
    private final String prefix;
    private final List<Flaw> flaws;

    Inspection(JsonNode record) {
        this(record, "", new ArrayList<>());
    }

    private Inspection(JsonNode record, String prefix, List<Flaw> flaws) {
        this.record = record;
        this.prefix = prefix;
        this.flaws = flaws;
    }

    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    Inspection required(String name) {
        JsonNode value = record.path(name);
        boolean blank = Canonical.silent(value)
                || (value.isString() && value.stringValue().isBlank());
        return when(blank, name, "required", "is required");
    }

    /** A text of at most so many characters (code points). */
    Inspection text(String name, int most) {
        JsonNode value = record.path(name);
        if (Canonical.silent(value)) {
            return this;
        }
        when(!value.isString(), name, "type", "is a text");
        String text = value.asString("");
        return when(
                text.codePointCount(0, text.length()) > most, name, "too-long", "has at most " + most + " characters");
    }

    /** A text without angle brackets. */
    Inspection plain(String name, int most) {
        String text = record.path(name).asString("");
        boolean markup = text.indexOf('<') >= 0 || text.indexOf('>') >= 0;
        return text(name, most).when(markup, name, "markup", "may not hold < or >");
    }

    Inspection email(String name) {
        return matching(name, EMAIL, "email", "must look like name@host.tld");
    }

    Inspection phone(String name) {
        return matching(name, E164, "phone", "is a number by E.164 like +4930123456");
    }

    Inspection country(String name) {
        return matching(name, Pattern.compile("[A-Z]{2}"), "country", "is a country by ISO 3166-1 alpha-2");
    }

    private Inspection matching(String name, Pattern form, String code, String message) {
        JsonNode value = record.path(name);
        boolean wrong = !Canonical.silent(value)
                && !(value.isString() && form.matcher(value.stringValue()).matches());
        return when(wrong, name, code, message);
    }

    Inspection oneOf(String name, Set<String> allowed) {
        JsonNode value = record.path(name);
        boolean wrong = !Canonical.silent(value) && !(value.isString() && allowed.contains(value.stringValue()));
        return when(wrong, name, "enum", "is one of " + allowed);
    }

    Inspection number(String name) {
        JsonNode value = record.path(name);
        return when(!Canonical.silent(value) && !value.isNumber(), name, "type", "is a number");
    }

    Inspection flag(String name) {
        JsonNode value = record.path(name);
        return when(!Canonical.silent(value) && !value.isBoolean(), name, "type", "is true or false");
    }

    Inspection date(String name) {
        JsonNode value = record.path(name);
        boolean wrong = !Canonical.silent(value) && !isDate(value.asString(""));
        return when(wrong, name, "date", "is a date like 2026-01-31");
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /** Looks at an object within. */
    Inspection within(String name, Consumer<Inspection> look) {
        JsonNode value = record.path(name);
        when(!Canonical.silent(value) && !value.isObject(), name, "type", "is an object");
        look.accept(new Inspection(value, prefix + name + ".", flaws));
        return this;
    }

    /** Looks at each object of a list within. */
    Inspection each(String name, Consumer<Inspection> look) {
        JsonNode value = record.path(name);
        when(!Canonical.silent(value) && !value.isArray(), name, "type", "is a list");
        for (int i = 0; i < value.size(); i++) {
            look.accept(new Inspection(value.path(i), prefix + name + "[" + i + "].", flaws));
        }
        return this;
    }

    Inspection when(boolean wrong, String name, String code, String message) {
        if (wrong) {
            flaws.add(new Flaw(prefix + name, code, prefix + name + " " + message));
        }
        return this;
    }
}
