package io.linkspan.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DatesTest {
    @TestFactory
    Stream<DynamicTest> readsDaysInTheFormatsOfOldSystems() {
        return Table.of("""
                date: yyyyMMdd >> "20240229" => "2024-02-29"
                date: yyyyMMdd >> " 20240229 " => "2024-02-29"
                date: [yyyyMMdd, dd.MM.yyyy, "d/M/yy"] >> "1/2/24" => "2024-02-01"
                date: d.M.yyyy >> "1.2.2024" => "2024-02-01"
                date: { in: "d. MMMM yyyy", locale: de } >> "3. März 2024" => "2024-03-03"
                date: { in: dd-MMM-yyyy } >> "03-SEP-2024" => "2024-09-03"
                date: { in: dd MMM yyyy, locale: de } >> "03 Okt 2024" => "2024-10-03"
                date: yyMMdd >> "490101" => "2049-01-01"
                date: yyMMdd >> "500101" => "1950-01-01"
                date: { in: yyMMdd, pivot: 30 } >> "300101" => "1930-01-01"
                date: { in: d.M.yy, pivot: 2000 } >> "1.1.99" => "2099-01-01"
                date: yyyyMM >> "202402" => "2024-02-01"
                date: MM/yyyy >> "02/2024" => "2024-02-01"
                date: yyyyMMddHHmmss >> "20240229235959" => "2024-02-29"
                date: "yyyy-MM-dd'T'HH:mm:ss" >> "2024-02-29T23:59:59" => "2024-02-29"
                date: iso-week >> "2024-W05-3" => "2024-01-31"
                date: iso-week >> "2020-W53-7" => "2021-01-03"
                date: iso-week >> "2021-W53-1" => error:not_a_date
                date: iso-ordinal >> "2024-366" => "2024-12-31"
                date: iso-ordinal >> "2023-366" => error:not_a_date
                date: jde >> "124031" => "2024-01-31"
                date: jde >> "99001" => "1999-01-01"
                date: cyymmdd >> "1240131" => "2024-01-31"
                date: cyymmdd >> "0991231" => "1999-12-31"
                date: excel >> "45322" => "2024-01-31"
                date: epoch-seconds >> "1706659200" => "2024-01-31"
                date: { in: iso, out: yyyyMMdd } >> "2024-01-31" => "20240131"
                date: { in: iso, out: "d. MMMM yyyy", locale: de } >> "2024-03-01" => "1. März 2024"
                """);
    }

    @TestFactory
    Stream<DynamicTest> keepsTheDayAsItIsWritten() {
        return Table.of("""
                date: true >> "2017-12-01-05:00" => "2017-12-01"
                date: true >> "2017-12-01Z" => "2017-12-01"
                date: true >> "2017-12-01T23:30:00-05:00" => "2017-12-01"
                date: true >> "2017-12-01" => "2017-12-01"
                date: { in: iso, zone: Europe/Berlin } >> "2017-12-01T23:30:00Z" => "2017-12-02"
                date: { in: iso, zone: Europe/Berlin } >> "2017-12-01-05:00" => "2017-12-01"
                """);
    }

    @TestFactory
    Stream<DynamicTest> knowsWhatMeansNoDate() {
        return Table.of("""
                date: yyyyMMdd >> "00000000" => null
                date: true >> "0000-00-00" => null
                date: dd.MM.yyyy >> "00.00.0000" => null
                date: yyyyMMdd >> "        " => null
                date: yyyyMMdd >> "0" => null
                date: yyyyMMdd >> "99991231" => "9999-12-31"
                date: { in: yyyyMMdd, openEnd: nothing } >> "99991231" => null
                date: { in: iso, nothing: [1900-01-01, 0001-01-01] } >> "1900-01-01" => null
                date: { in: iso, nothing: 0001-01-01 } >> "0001-01-01T00:00:00" => null
                dateTime: true >> "0000-00-00T00:00:00" => null
                dateTime: yyyyMMddHHmmss >> "00000000000000" => null
                dateTime: epoch-seconds >> "0" => "1970-01-01T00:00:00Z"
                """);
    }

    @TestFactory
    Stream<DynamicTest> refusesDaysThatDoNotExist() {
        return Table.of("""
                date: yyyyMMdd >> "20240230" => error:not_a_date
                date: yyyyMMdd >> "20230229" => error:not_a_date
                date: d.M.yyyy >> "30.2.2024" => error:not_a_date
                date: yyyyMMdd >> "2024-02-01" => error:not_a_date
                date: yyyyMMdd >> "2024021" => error:not_a_date
                date: true >> "2024-13-01" => error:not_a_date
                date: true >> "2024-02-01x" => error:not_a_date
                date: true >> "12024-02-01" => error:not_a_date
                date: { in: yyyyMMdd, otherwise: null } >> "20240230" => null warning:not_a_date
                dateTime: true >> "2024-02-01T25:00:00Z" => error:not_a_date_time
                dateTime: true >> "2024-02-01T24:00:01Z" => error:not_a_date_time
                dateTime: true >> "2024-02-01T10:00:00+25:00" => error:not_a_date_time
                time: true >> "25:00" => error:not_a_time
                """);
    }

    @TestFactory
    Stream<DynamicTest> writesInstantsInUtc() {
        return Table.of("""
                dateTime: { zone: Europe/Berlin } >> "2024-07-01T12:00:00+02:00" => "2024-07-01T10:00:00Z"
                dateTime: { zone: Europe/Berlin } >> "2021-07-07T09:49:51.000-07:00" => "2021-07-07T16:49:51Z"
                dateTime: { zone: Europe/Berlin } >> "2024-01-15T08:30:00" => "2024-01-15T07:30:00Z"
                dateTime: { zone: Europe/Berlin } >> "2024-12-31T24:00:00Z" => "2025-01-01T00:00:00Z"
                dateTime: { zone: Europe/Berlin } >> "2024-06-30T23:59:59.123456Z" => "2024-06-30T23:59:59.123456Z"
                dateTime: true >> "2024-01-15 08:30" => "2024-01-15T08:30:00Z"
                dateTime: true >> "2024-01-15T08:30:00.1234567" => "2024-01-15T08:30:00.1234567Z"
                dateTime: true >> "2024-01-15T08:30:00,5Z" => "2024-01-15T08:30:00.5Z"
                dateTime: true >> "2024-01-15T08:30:00+0530" => "2024-01-15T03:00:00Z"
                dateTime: { zone: Europe/Berlin } >> "2024-01-15" => "2024-01-14T23:00:00Z"
                dateTime: { in: "dd.MM.yyyy HH:mm", zone: Europe/Berlin } >> "15.07.2024 08:30" => "2024-07-15T06:30:00Z"
                dateTime: { in: yyyyMMddHHmmss } >> "20240115240000" => "2024-01-16T00:00:00Z"
                dateTime: { in: "yyyyMMdd'T'HHmmssX" } >> "20240115T083000Z" => "2024-01-15T08:30:00Z"
                dateTime: { fraction: 3 } >> "2024-01-15T08:30:00Z" => "2024-01-15T08:30:00.000Z"
                dateTime: { fraction: 0 } >> "2024-01-15T08:30:00.999Z" => "2024-01-15T08:30:00Z"
                dateTime: { out: local } >> "2024-01-15T08:30:00" => "2024-01-15T08:30:00"
                dateTime: { out: local, toZone: Europe/Berlin } >> "2024-01-15T08:30:00Z" => "2024-01-15T09:30:00"
                dateTime: { toZone: America/New_York } >> "2024-01-15T08:30:00Z" => "2024-01-15T03:30:00-05:00"
                dateTime: { out: offset } >> "2024-01-15T08:30:00+01:00" => "2024-01-15T08:30:00+01:00"
                dateTime: { out: epoch-millis } >> "2024-01-15T08:30:00.5Z" => 1705307400500
                dateTime: { out: epoch-seconds } >> "2024-01-15T08:30:00Z" => 1705307400
                dateTime: { in: epoch-millis } >> 1705307400500 => "2024-01-15T08:30:00.500Z"
                dateTime: { out: "dd.MM.yyyy HH:mm", toZone: Europe/Berlin } >> "2024-01-15T08:30:00Z" => "15.01.2024 09:30"
                dateTime: true >> "0001-01-01T00:00:00+10:00" => error:not_a_date_time
                """);
    }

    @TestFactory
    Stream<DynamicTest> tellsTheTwoOddHoursOfTheYear() {
        return Table.of("""
                dateTime: { zone: Europe/Berlin } >> "2024-03-31T02:30:00" => "2024-03-31T01:30:00Z" warning:dst_gap
                dateTime: { zone: Europe/Berlin, gap: next } >> "2024-03-31T02:30:00" => "2024-03-31T01:00:00Z" warning:dst_gap
                dateTime: { zone: Europe/Berlin, gap: fail } >> "2024-03-31T02:30:00" => error:dst_gap
                dateTime: { zone: Europe/Berlin } >> "2024-10-27T02:30:00" => "2024-10-27T00:30:00Z" warning:dst_overlap
                dateTime: { zone: Europe/Berlin, overlap: later } >> "2024-10-27T02:30:00" => "2024-10-27T01:30:00Z" warning:dst_overlap
                dateTime: { zone: Europe/Berlin, overlap: fail } >> "2024-10-27T02:30:00" => error:dst_overlap
                dateTime: { zone: Europe/Berlin } >> "2024-10-27T02:30:00+01:00" => "2024-10-27T01:30:00Z"
                dateTime: { zone: Europe/Berlin } >> "2024-03-31T03:00:00" => "2024-03-31T01:00:00Z"
                dateTime: { zone: Europe/Berlin, out: local } >> "2024-03-31T02:30:00" => "2024-03-31T02:30:00"
                """);
    }

    @TestFactory
    Stream<DynamicTest> takesTheTimeFromBesideTheDay() {
        return Table.of(Map.of("Time", "240000", "Noon", "120000"), """
                dateTime: { in: yyyyMMdd HHmmss, timeFrom: Noon } >> "20240131" => "2024-01-31T12:00:00Z"
                dateTime: { in: yyyyMMdd HHmmss, timeFrom: Time } >> "20240131" => "2024-02-01T00:00:00Z"
                dateTime: { in: yyyyMMdd HHmmss, timeFrom: None } >> "20240131" => "2024-01-31T00:00:00Z"
                dateTime: { in: yyyyMMdd HHmmss, timeFrom: Noon } >> "00000000" => null
                """);
    }

    @TestFactory
    Stream<DynamicTest> movesDaysOnTheCalendar() {
        return Table.of("""
                shift: P1M >> "2024-01-31" => "2024-02-29"
                shift: -P1D >> "2024-03-01" => "2024-02-29"
                shift: { to: end-of-month } >> "2023-02-10" => "2023-02-28"
                shift: P1D >> "2024-01-31T10:00:00.5Z" => "2024-02-01T10:00:00.5Z"
                shift: { by: P1D, zone: Europe/Berlin } >> "2024-03-30T12:00:00Z" => "2024-03-31T11:00:00Z"
                shift: PT24H >> "2024-03-30" => error:not_a_date
                date: yyyyMMdd, shift: P14D >> "20241225" => "2025-01-08"
                """);
    }

    @Test
    void usesTheZoneOfTheFileWhereTheFieldNamesNone() {
        assertThat(Field.of("dateTime: true").zone("Asia/Tokyo").take("2024-01-15T08:30:00"))
                .isEqualTo("\"2024-01-14T23:30:00Z\"");
    }

    @Test
    void tellsLettersThatWereMixedUp() {
        assertThat(Field.of("date: YYYYMMDD").problems())
                .containsExactly("field.yaml:1:9 date would not read 'YYYYMMDD' as it looks (write yyyyMMdd)");
        assertThat(Field.of("date: dd.mm.yyyy").problems())
                .singleElement()
                .asString()
                .contains("write dd.MM.yyyy");
        assertThat(Field.of("date: yyyyMMdd hh:mm").problems())
                .singleElement()
                .asString()
                .contains("write yyyyMMdd HH:mm");
        assertThat(Field.of("date: isoweek").problems())
                .singleElement()
                .asString()
                .contains("did you mean iso-week?");
        assertThat(Field.of("dateTime: { zone: Europe/Berlim }").problems())
                .singleElement()
                .asString()
                .contains("did you mean Europe/Berlin?");
    }
}
