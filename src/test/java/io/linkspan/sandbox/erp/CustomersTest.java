package io.linkspan.sandbox.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private static final int COUNT = 3_000;
    private final Customers customers = new Customers(11, 0);

    @Test
    void tellsTheSameStoryFromTheSameSeed() {
        Customers again = new Customers(11, 0);
        Customers others = new Customers(12, 0);
        assertThat(again.at(77, 5, Instant.EPOCH)).isEqualTo(customers.at(77, 5, Instant.EPOCH));
        assertThat(others.at(77, 5, Instant.EPOCH)).isNotEqualTo(customers.at(77, 5, Instant.EPOCH));
    }

    @Test
    void writesPhonesAsPeopleDoAndKnowsWhatTheyMean() throws Exception {
        PhoneNumberUtil judge = PhoneNumberUtil.getInstance();
        List<Phone> phones = all().flatMap(CustomersTest::phones)
                .filter(phone -> !phone.e164().isEmpty())
                .toList();
        assertThat(phones).hasSizeGreaterThan(COUNT);
        for (Phone phone : phones) {
            var number = judge.parse(phone.written().text(), "DE");
            assertThat(judge.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    .as(phone.written().text())
                    .isEqualTo(phone.e164());
            assertThat(judge.isValidNumber(number)).as(phone.e164()).isTrue();
        }
    }

    @Test
    void comesBackToAnEarlierState() {
        List<String> states = IntStream.range(0, 40)
                .mapToObj(revision ->
                        customers.at(5, revision, Instant.EPOCH).identity().status())
                .toList();
        List<String> changes = new ArrayList<>();
        for (String state : states) {
            if (changes.isEmpty() || !changes.getLast().equals(state)) {
                changes.add(state);
            }
        }
        assertThat(changes).hasSizeGreaterThan(2);
        assertThat(changes.get(2)).isEqualTo(changes.get(0));
    }

    @Test
    void changesSomethingInEveryRevision() {
        for (int revision = 1; revision < 50; revision++) {
            Customer before = customers.at(9, revision - 1, Instant.EPOCH);
            assertThat(customers.at(9, revision, Instant.EPOCH)).isNotEqualTo(before);
        }
    }

    @Test
    void givesEveryActiveCustomerAnEmailAddressAndAtMostOneBillingAddress() {
        all().forEach(customer -> {
            boolean active = customer.identity().blocked().isEmpty()
                    || customer.identity().blocked().equals("N");
            assertThat(active && customer.reach().email().text().isEmpty()).isFalse();
            assertThat(customer.addresses().stream()
                            .filter(address -> address.type().equals("BILL"))
                            .count())
                    .isLessThan(2);
        });
    }

    @Test
    void beginsWithTheHardestNames() {
        List<String> names =
                all().limit(23).map(customer -> customer.identity().name()).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).anyMatch(name -> name.codePointCount(0, name.length()) == 128);
        assertThat(names).anyMatch(name -> name.contains("u\u0308") && name.contains("ü"));
        assertThat(names).anyMatch(name -> name.contains("\u200D"));
        assertThat(names).anyMatch(name -> name.contains("\u00A0"));
        assertThat(names).noneMatch(name -> name.contains("<") || name.contains(">"));
    }

    @Test
    void isAsLargeAsARealRecord() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlOutput xml = new XmlOutput(bytes);
        CustomerXml writer = new CustomerXml(new StatedTime(Duration.ofMillis(1)));
        all().forEach(customer -> writer.write(customer, xml));
        xml.flush();
        assertThat(bytes.size() / COUNT).isBetween(1_200, 1_800);
    }

    @Test
    void statesTimesNoFinerThanItsClock() throws Exception {
        Customer customer = customers.at(0, 0, Instant.parse("2026-05-01T12:00:00.123Z"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlOutput xml = new XmlOutput(bytes);
        new CustomerXml(new StatedTime(Duration.ofSeconds(1))).write(customer, xml);
        xml.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain(".123");
    }

    @Test
    void poisonsAFewUntilTheyAreChanged() {
        Customers house = new Customers(11, 20);
        List<Customer> poisoned = IntStream.range(0, COUNT)
                .mapToObj(index -> house.at(index, 0, Instant.EPOCH))
                .filter(customer -> !customer.poison().isEmpty())
                .toList();
        assertThat(poisoned.size()).isBetween(30, 100);
        assertThat(poisoned.stream().map(Customer::poison).distinct()).hasSize(5);
        int index = Integer.parseInt(poisoned.getFirst().number()) - 1;
        assertThat(house.at(index, 1, Instant.EPOCH).poison()).isEmpty();
    }

    private Stream<Customer> all() {
        return IntStream.range(0, COUNT).mapToObj(index -> customers.at(index, 0, Instant.EPOCH));
    }

    private static Stream<Phone> phones(Customer customer) {
        return Stream.concat(
                Stream.of(customer.reach().phone()),
                customer.contacts().stream().map(Contact::phone));
    }
}
