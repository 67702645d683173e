package io.linkspan.broker;

import io.linkspan.testing.RealRabbit;

class RabbitBrokerTest extends FailureContract {
    @Override
    BrokerHome home() {
        return new BrokerHome.Rabbit(RealRabbit.shared(), false);
    }
}
