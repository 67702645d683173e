package io.linkspan.mapping.plan;

import io.linkspan.mapping.write.Name;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Place;
import java.util.regex.Pattern;

/** Checks the names of a target that is XML, and notes the prefixes that have to be declared in it. */
final class XmlNames {
    private static final Pattern NAME =
            Pattern.compile("@?((?<prefix>[\\p{L}_][\\w.\\-]*):)?[\\p{L}_][\\p{L}\\p{N}_.\\-]*");

    private final Compilation compilation;

    XmlNames(Compilation compilation) {
        this.compilation = compilation;
    }

    boolean accepts(String name, Place place) {
        if (name.equals(Name.TEXT)) {
            return true;
        }
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            compilation.problems.error(
                    place,
                    "bad-target",
                    "'" + name + "' is no XML name",
                    "write Element, p:Element, '@attribute' or '#text'");
            return false;
        }
        String prefix = matcher.group("prefix");
        return prefix == null || uses(prefix, place);
    }

    /** Notes that a prefix is used; false where it is not declared. */
    boolean uses(String prefix, Place place) {
        if (compilation.namespaces.uri(prefix) == null) {
            compilation.problems.error(
                    place,
                    "bad-target",
                    "the prefix '" + prefix + "' is not declared",
                    "declare it under namespaces; " + DidYouMean.mend(prefix, compilation.namespaces.prefixes()));
            return false;
        }
        if (!prefix.equals("xml")) {
            compilation.prefixes.add(prefix);
        }
        return true;
    }
}
