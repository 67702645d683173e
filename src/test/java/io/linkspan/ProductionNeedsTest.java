package io.linkspan;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.linkspan.ops.StartFailure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class ProductionNeedsTest {
    @Test
    void productionDoesNotStartOnEmbeddedDefaults() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> started().run("--spring.profiles.active=production", "--server.port=0"))
                .withMessageContaining("LINKSPAN_BROKER_URL")
                .withMessageContaining("LINKSPAN_DATABASE_URL");
    }

    @Test
    void aDatabaseIsAskedForWhereOnlyTheBrokerIsNamed() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> started()
                        .run("--spring.profiles.active=production", "--linkspan.broker.url=amqp://127.0.0.1:1"))
                .withMessageContaining("LINKSPAN_DATABASE_URL")
                .withMessageNotContaining("LINKSPAN_BROKER_URL");
    }

    private static SpringApplication started() {
        SpringApplication application = new SpringApplication(LinkspanApplication.class);
        application.addInitializers(new ProductionNeeds());
        return application;
    }
}
