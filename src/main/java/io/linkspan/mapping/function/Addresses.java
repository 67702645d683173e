package io.linkspan.mapping.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Streets, mailboxes and web addresses. */
final class Addresses {
    private static final Pattern NUMBER_BEHIND = Pattern.compile(
            "^(.*?[^\\d\\s,][^\\d,]*|.*\\D)[\\s,]+(\\d+\\s?[a-zA-Z]?(?:\\s?[-–/+&]\\s?\\d*\\s?[a-zA-Z]?)*)$");
    private static final Pattern NUMBER_BEFORE =
            Pattern.compile("^(\\d+[a-zA-Z]?(?:[-–/]\\d+[a-zA-Z]?)?(?:\\s(?:bis|ter|quater))?)\\s*[,\\s]\\s*(\\D.*)$");
    private static final Pattern LOCAL = Pattern.compile("[^\\s\\x00-\\x20\"(),:;<>@\\[\\\\\\]]+");
    private static final Pattern LABEL = Pattern.compile("[\\pL\\pN](?:[\\pL\\pN\\pM-]{0,61}[\\pL\\pN\\pM])?");
    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):(?://(.*)|(\\D.*))$");

    private Addresses() {}

    static List<Function> all() {
        return List.of(streetPart(), email(), url());
    }

    /** Which part of a street. */
    enum Part {
        NAME,
        NUMBER
    }

    private static Function streetPart() {
        return Described.named("streetPart", "Contacts")
                .summary("Takes the street's name or the house number of a line that holds both.")
                .argument(
                        "`name` or `number`. The number stands behind (Hauptstr. 12a) or before (12 Main Street); a line without one is all name.")
                .schema("{\"enum\":[\"name\",\"number\",false]}")
                .keys("part")
                .example("name", "\"Straße des 17. Juni 135\"", "\"Straße des 17. Juni\"")
                .example("number", "\"Hauptstr. 12-14 b\"", "\"12-14 b\"")
                .example("number", "\"10, rue de la Paix\"", "\"10\"")
                .example("number", "\"Am Markt\"", "null")
                .compiledBy(argument -> {
                    argument.needed("part", "streetPart: name");
                    boolean name = argument.choice("part", Part.class, Part.NAME) == Part.NAME;
                    return (TextStep) (text, notes) -> streetPart(Blanks.fold(text, false), name);
                });
    }

    private static @Nullable String streetPart(String text, boolean name) {
        if (text.length() > 500) {
            return name ? text : null;
        }
        Matcher before = NUMBER_BEFORE.matcher(text);
        if (before.matches()) {
            return before.group(name ? 2 : 1);
        }
        Matcher behind = NUMBER_BEHIND.matcher(text);
        if (behind.matches()) {
            String part = behind.group(name ? 1 : 2);
            return name ? Affixes.without(part, List.of(",")) : part;
        }
        return name ? text : null;
    }

    private static Function email() {
        return Described.named("email", "Contacts")
                .summary("Checks an e-mail address and writes its domain in lower case.")
                .argument(
                        "`true`. A name around it (Jane Doe <jane@x.example>) and `mailto:` go. What stands before the @ keeps its case; add `lower: true` for all.")
                .schema("{\"type\":\"boolean\"}")
                .refuses()
                .keysOnly()
                .example("true", "\" Info@Example.COM \"", "\"Info@example.com\"")
                .example("true", "\"Jane Doe <jane@x.example>\"", "\"jane@x.example\"")
                .example("true", "\"jane.x.example\"", "error:invalid_email")
                .compiledBy(argument -> (TextStep) (text, notes) -> {
                    String address = bare(Blanks.trim(text));
                    if (address.isEmpty() || isEmail(address)) {
                        int at = address.indexOf('@') + 1;
                        return address.isEmpty()
                                ? null
                                : address.substring(0, at)
                                        + address.substring(at).toLowerCase(Locale.ROOT);
                    }
                    notes.error("invalid_email", "one e-mail address was expected");
                    return null;
                });
    }

    private static String bare(String text) {
        int open = text.lastIndexOf('<');
        String inner = open >= 0 && text.endsWith(">") ? text.substring(open + 1, text.length() - 1) : text;
        return Blanks.trim(inner.regionMatches(true, 0, "mailto:", 0, 7) ? inner.substring(7) : inner);
    }

    private static boolean isEmail(String address) {
        int at = address.indexOf('@');
        String local = address.substring(0, Math.max(at, 0));
        return at > 0
                && address.length() <= 254
                && local.length() <= 64
                && LOCAL.matches(local)
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && isHost(address.substring(at + 1));
    }

    /** At least two labels, the last with a letter. */
    private static boolean isHost(String host) {
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matches(label)) {
                return false;
            }
        }
        return labels.length > 1 && labels[labels.length - 1].chars().anyMatch(Character::isLetter);
    }

    private static Function url() {
        return Described.named("url", "Contacts")
                .summary(
                        "Checks a web address, adds the scheme where it is missing and writes scheme and host in lower case.")
                .argument("`true` adds https; `url: http` that. Only http and https are taken.")
                .schema("{\"enum\":[true,false,\"https\",\"http\"]}")
                .refuses()
                .keys("scheme")
                .example("true", "\"www.Example.com/Shop\"", "\"https://www.example.com/Shop\"")
                .example("true", "\"HTTP://example.com\"", "\"http://example.com\"")
                .example("true", "\"javascript:alert(1)\"", "error:invalid_url")
                .compiledBy(argument -> {
                    String scheme = argument.text("scheme", "https");
                    if (!scheme.equals("https") && !scheme.equals("http")) {
                        argument.refuse(argument.place("scheme"), "adds http or https", "");
                    }
                    return (TextStep) (text, notes) -> url(Blanks.trim(text), scheme, notes);
                });
    }

    private static @Nullable Object url(String text, String otherwise, Notes notes) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher matcher = SCHEME.matcher(text);
        boolean schemed = matcher.matches() && text.length() <= 2048;
        String scheme = schemed ? matcher.group(1).toLowerCase(Locale.ROOT) : otherwise;
        String rest = schemed ? matcher.group(2) : text.startsWith("//") ? text.substring(2) : text;
        if (rest != null && rest.length() <= 2048 && (scheme.equals("http") || scheme.equals("https"))) {
            int end = hostEnd(rest);
            String host = rest.substring(0, end);
            int port = host.indexOf(':');
            boolean plain = rest.chars().noneMatch(c -> Blanks.isBlank(c) || c == '<' || c == '>' || c == '"');
            boolean portFits = port < 0 || host.substring(port + 1).matches("\\d{1,5}");
            if (plain && portFits && isHost(port < 0 ? host : host.substring(0, port))) {
                return scheme + "://" + host.toLowerCase(Locale.ROOT) + rest.substring(end);
            }
        }
        notes.error("invalid_url", "a web address was expected");
        return null;
    }

    private static int hostEnd(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }
}
