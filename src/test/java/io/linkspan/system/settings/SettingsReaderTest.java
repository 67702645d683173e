package io.linkspan.system.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsReaderTest {
    private static final String ERP = "linkspan.systems.erp.";

    @Test
    void namesTheVariableOfTheEnvironmentThatIsNotSet() {
        SystemsProperties written = bound(Map.of(
                ERP + "protocol", "soap",
                ERP + "url", "http://erp.example/soap",
                ERP + "auth.kind", "basic",
                ERP + "auth.username", "bridge",
                ERP + "auth.password", "${NO_SUCH_PASSWORD}",
                ERP + "values.key", "${NO_SUCH_KEY}"));

        assertThatExceptionOfType(SystemsMisconfigured.class)
                .isThrownBy(() -> SettingsReader.read(written))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .containsExactlyInAnyOrder(
                                ERP + "auth.password: names ${NO_SUCH_PASSWORD}, which is not set; set this environment"
                                        + " variable",
                                ERP + "values.key: names ${NO_SUCH_KEY}, which is not set; set this environment"
                                        + " variable"));
    }

    @Test
    void leavesPlaceholdersOfALoginCallToTheCall() {
        SystemsProperties written = bound(Map.of(
                ERP + "protocol", "soap",
                ERP + "url", "http://erp.example/soap",
                ERP + "values.login", "bridge",
                ERP + "session.request", "<login><user>${system.login}</user></login>",
                ERP + "session.token", "loginResponse/loginReturn"));

        assertThat(SettingsReader.read(written))
                .extractingByKey("erp")
                .extracting(SystemSettings::session)
                .extracting(SystemSettings.Session::request)
                .asString()
                .contains("${system.login}");
    }

    @Test
    void tellsEveryMistakeOfEverySystemAtOnce() {
        SystemsProperties written = bound(Map.of(
                ERP + "protocol",
                "sopa",
                ERP + "url",
                "erp.example",
                "linkspan.systems.crm.protocol",
                "rest",
                "linkspan.systems.crm.auth.kind",
                "bearer"));

        assertThatExceptionOfType(SystemsMisconfigured.class)
                .isThrownBy(() -> SettingsReader.read(written))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .anySatisfy(one -> assertThat(one).startsWith(ERP + "protocol: 'sopa' is not known"))
                        .anySatisfy(one -> assertThat(one).startsWith(ERP + "url: 'erp.example' is no address"))
                        .anySatisfy(one -> assertThat(one).startsWith("linkspan.systems.crm.url: missing"))
                        .anySatisfy(one -> assertThat(one)
                                .startsWith("linkspan.systems.crm.auth.token: missing")
                                .contains("LINKSPAN_SYSTEMS_CRM_AUTH_TOKEN")));
    }

    private static SystemsProperties bound(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return Binder.get(environment).bind("linkspan", SystemsProperties.class).get();
    }
}
