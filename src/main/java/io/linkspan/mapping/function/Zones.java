package io.linkspan.mapping.function;

import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** Local times in a zone, and the two hours a year in which they are not what they seem. */
final class Zones {
    static final String DST_GAP = "dst_gap";
    static final String DST_OVERLAP = "dst_overlap";

    private Zones() {}

    /** The zone under a key, or null where none was written or it is unknown. */
    static @Nullable ZoneId of(Argument argument, String key) {
        String name = argument.text(key);
        if (name == null) {
            return null;
        }
        try {
            return name.equals("UTC") || name.equals("Z") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            YamlNode place = argument.place(key);
            String mend = DidYouMean.nearest(name, ZoneId.getAvailableZoneIds())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("write a zone such as Europe/Berlin or an offset such as +02:00");
            argument.refuse(place, "does not know the zone '" + name + "'", mend);
            return null;
        }
    }

    /** What becomes of a time that the clocks jumped over. */
    enum Gap {
        SHIFT,
        NEXT,
        FAIL
    }

    /** Which of two is meant by a time that came twice. */
    enum Overlap {
        EARLIER,
        LATER,
        FAIL
    }

    /** How odd hours are settled. */
    record Rule(Gap gap, Overlap overlap) {
        static Rule of(Argument argument) {
            return new Rule(
                    argument.choice("gap", Gap.class, Gap.SHIFT),
                    argument.choice("overlap", Overlap.class, Overlap.EARLIER));
        }

        /** The local time with its offset, after a note where it is odd; null where it is refused. */
        @Nullable
        ZonedDateTime settle(LocalDateTime local, ZoneId zone, Notes notes) {
            if (zone instanceof ZoneOffset) {
                return local.atZone(zone);
            }
            ZoneOffsetTransition transition = zone.getRules().getTransition(local);
            if (transition == null) {
                return local.atZone(zone);
            }
            return transition.isGap() ? inGap(local, zone, transition, notes) : inOverlap(local, zone, notes);
        }

        private @Nullable ZonedDateTime inGap(
                LocalDateTime local, ZoneId zone, ZoneOffsetTransition transition, Notes notes) {
            String detail = "the clocks in " + zone + " jumped over this time";
            if (gap == Gap.FAIL) {
                notes.error(DST_GAP, detail);
                return null;
            }
            notes.warning(DST_GAP, detail);
            return gap == Gap.NEXT ? transition.getInstant().atZone(zone) : local.atZone(zone);
        }

        private @Nullable ZonedDateTime inOverlap(LocalDateTime local, ZoneId zone, Notes notes) {
            String detail = "the clocks in " + zone + " showed this time twice";
            if (overlap == Overlap.FAIL) {
                notes.error(DST_OVERLAP, detail);
                return null;
            }
            notes.warning(DST_OVERLAP, detail);
            ZonedDateTime earlier = local.atZone(zone).withEarlierOffsetAtOverlap();
            return overlap == Overlap.LATER ? earlier.withLaterOffsetAtOverlap() : earlier;
        }
    }
}
