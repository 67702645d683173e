package io.linkspan.mapping.function;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes of ISO 3166-1, and what else countries are called. */
final class CountryCodes {
    /** Two letters and three digits a country. */
    private static final String CODES = """
            AD020AE784AF004AG028AI660AL008AM051AO024AQ010AR032AS016AT040AU036AW533AX248AZ031BA070BB052BD050BE056BF854
            BG100BH048BI108BJ204BL652BM060BN096BO068BQ535BR076BS044BT064BV074BW072BY112BZ084CA124CC166CD180CF140CG178
            CH756CI384CK184CL152CM120CN156CO170CR188CU192CV132CW531CX162CY196CZ203DE276DJ262DK208DM212DO214DZ012EC218
            EE233EG818EH732ER232ES724ET231FI246FJ242FK238FM583FO234FR250GA266GB826GD308GE268GF254GG831GH288GI292GL304
            GM270GN324GP312GQ226GR300GS239GT320GU316GW624GY328HK344HM334HN340HR191HT332HU348ID360IE372IL376IM833IN356
            IO086IQ368IR364IS352IT380JE832JM388JO400JP392KE404KG417KH116KI296KM174KN659KP408KR410KW414KY136KZ398LA418
            LB422LC662LI438LK144LR430LS426LT440LU442LV428LY434MA504MC492MD498ME499MF663MG450MH584MK807ML466MM104MN496
            MO446MP580MQ474MR478MS500MT470MU480MV462MW454MX484MY458MZ508NA516NC540NE562NF574NG566NI558NL528NO578NP524
            NR520NU570NZ554OM512PA591PE604PF258PG598PH608PK586PL616PM666PN612PR630PS275PT620PW585PY600QA634RE638RO642
            RS688RU643RW646SA682SB090SC690SD729SE752SG702SH654SI705SJ744SK703SL694SM674SN686SO706SR740SS728ST678SV222
            SX534SY760SZ748TC796TD148TF260TG768TH764TJ762TK772TL626TM795TN788TO776TR792TT780TV798TW158TZ834UA804UG800
            UM581US840UY858UZ860VA336VC670VE862VG092VI850VN704VU548WF876WS882YE887YT175ZA710ZM894ZW716""";

    /** Other names and codes: common, official, former, and the letters of number plates. */
    private static final String ALIASES = """
            AE UAE|Emirates|Emirate|VAE
            AT A|Republik Österreich
            AX Aland
            BA Bosnia|Bosnien|BIH
            BE B
            BN Brunei Darussalam
            BO Plurinational State of Bolivia
            BY Weißrussland|Byelorussia|White Russia
            CD Congo Democratic Republic|Democratic Republic of the Congo|DR Congo|DRC|Zaire|ZR
            CF Central African Rep
            CG Congo|Republic of the Congo
            CH Swiss Confederation|Schweizerische Eidgenossenschaft|Confoederatio Helvetica
            CI Ivory Coast|Elfenbeinküste
            CN PR China|People's Republic of China|PRC|Volksrepublik China|VR China|RC
            CV Cape Verde|Kap Verde
            CZ Czech Republic|Tschechische Republik|Tschechei|République tchèque|Česká republika
            DE D|Germany Federal Republic|Federal Republic of Germany|Bundesrepublik Deutschland|BRD|FRG|West Germany|DD|DDR|GDR|GER
            DK DEN|Kingdom of Denmark
            DO Dominican Rep|Dominikan Republik
            EG Arab Republic of Egypt
            ES E|Kingdom of Spain|Reino de España
            FI SF
            FM Federated States of Micronesia
            FR F|French Republic|République française|FX
            GB UK|England|Scotland|Wales|Northern Ireland|Great Britain|Britain|Großbritannien|Grande-Bretagne|Gran Bretagna|Gran Bretaña|United Kingdom of Great Britain and Northern Ireland|GBR|U.K.
            GR EL|Hellas|Hellenic Republic
            HK Hong Kong|Hongkong
            HU H
            IE Republic of Ireland|Eire
            IN Republic of India|Bharat
            IR Islamic Republic of Iran
            IT I|Italian Republic
            JP J|Nippon
            KP Democratic People's Republic of Korea|DPRK
            KR Korea|Republic of Korea|ROK|Südkorea|Korea Süd|Korea South
            LA Lao People's Democratic Republic
            LI FL|Fürstentum Liechtenstein
            LU L|Grand Duchy of Luxembourg
            LY Libyan Arab Jamahiriya
            MD Republic of Moldova|Moldawien
            MK Macedonia|Republic of Macedonia|FYROM|Mazedonien|The former Yugoslav Republic of Macedonia
            MM Burma|Birma|BU
            MO Macau|Macao
            NL Holland|The Netherlands|Niederland
            NO N
            PL Republic of Poland
            PS Palestine|State of Palestine
            PT P|Portuguese Republic
            RU Russian Federation|Russische Föderation|RUS
            SE S|Kingdom of Sweden
            SI SLO
            SK Slovak Republic|Slowakische Republik
            ST Sao Tome
            SY Syrian Arab Republic
            SZ Swaziland|Swasiland
            TL East Timor|Osttimor|TP
            TR Turkey|Turkei|Republic of Türkiye
            TW Taiwan Province of China|Republic of China|ROC
            TZ United Republic of Tanzania
            US U.S.A.|United States of America|Vereinigte Staaten von Amerika|America|Amerika|États-Unis d'Amérique|Estados Unidos de América|EE.UU.|Stati Uniti d'America
            VA Vatican|Vatikan|Holy See
            VE Bolivarian Republic of Venezuela
            VN Viet Nam|Socialist Republic of Vietnam
            XK Kosovo|XK|XKX|KOS""";

    private static final Map<String, String> NUMERIC = numbers();

    private CountryCodes() {}

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (String line : CODES.lines().toList()) {
            for (int i = 0; i < line.length(); i += 5) {
                numbers.put(line.substring(i, i + 2), line.substring(i + 2, i + 5));
            }
        }
        return numbers;
    }

    static boolean isAlpha2(String code) {
        return NUMERIC.containsKey(code);
    }

    static List<String> alpha2() {
        return List.copyOf(NUMERIC.keySet());
    }

    /** The three digits; null for Kosovo, which has two and three letters by custom but no number. */
    static @Nullable String numeric(String alpha2) {
        return NUMERIC.get(alpha2);
    }

    static String alpha3(String alpha2) {
        return alpha2.equals("XK") ? "XKX" : Locale.of("", alpha2).getISO3Country();
    }

    static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        ALIASES.lines().forEach(line -> {
            for (String alias : line.substring(3).split("\\|", -1)) {
                aliases.put(alias, line.substring(0, 2));
            }
        });
        return aliases;
    }
}
