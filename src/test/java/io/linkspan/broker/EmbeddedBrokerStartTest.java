package io.linkspan.broker;

import static io.linkspan.broker.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Envelope;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerStartTest {
    private static final String FLOW = "customers";

    @TempDir
    private Path folder;

    @Test
    void keepsWhatItConfirmedWhenTheProcessIsKilled() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPublisher.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("out.txt").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolveSibling("out.txt")))
                .isEqualTo(KilledPublisher.KILLED);

        try (BrokerHome home = new BrokerHome.Embedded(folder);
                Broker broker = home.connect(BrokerHome.settings("t"))) {
            broker.workQueues().declare(FLOW, 1);
            Collected handled = Collected.delivering();
            broker.workQueues().start(FLOW, new BatchSettings(100, Duration.ZERO), handled);
            handled.await(300);
            assertThat(handled.keys()).isEqualTo(keys(records(FLOW, 300)));
        }
    }

    @Test
    void saysThatAnotherLinkspanRunsInTheSameFolder() {
        try (EmbeddedBroker first = EmbeddedBroker.start(folder, 0)) {
            first.address();
            EmbeddedBroker second = EmbeddedBroker.start(folder, 0);
            assertThatThrownBy(second::address)
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(folder.toString())
                    .extracting(failure -> ((BrokerStartException) failure).mend())
                    .asString()
                    .contains("linkspan.data");
            second.close();
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedBroker broker = EmbeddedBroker.start(folder, taken.getLocalPort());
            assertThatThrownBy(broker::address)
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
            broker.close();
        }
    }

    @Test
    void saysThatItsFolderCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        EmbeddedBroker broker = EmbeddedBroker.start(file.resolve("broker"), 0);
        assertThatThrownBy(broker::address)
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("file");
        broker.close();
    }

    @Test
    void letsNobodyInWithoutThePasswordOfThisStart() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            var guest = broker.connections();
            guest.setPassword("guest");
            assertThatThrownBy(() -> Broker.connect(
                            guest, List.of(broker.address()), BrokerHome.around(BrokerHome.settings("t"))))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("refuses the user");
        }
    }

    private static List<String> keys(List<Envelope> records) {
        return records.stream().map(envelope -> envelope.key().value()).toList();
    }
}
