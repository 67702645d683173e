package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.linkspan.system.Target.ItemResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

/** The examples of docs/errors.md, each held against answers of its vendor. */
class VendorErrorsTest extends RestEdge {
    @ParameterizedTest(name = "{0} {2} {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "dolibarr  | create | 500 | {'error':{'code':500,'message':'ErrorCustomerCodeAlreadyUsed'}}      | - | Duplicate",
                "dolibarr  | create | 500 | -                                                                    | - | Unsure",
                "dolibarr  | create | 403 | {'error':{'code':403,'message':'Forbidden: parent'}}                 | - | Refused",
                "dolibarr  | create | 400 | {'error':{'code':400,'message':'Bad Request: name is missing'}}      | - | Refused",
                "salesforce| upsert | 403 | [{'errorCode':'REQUEST_LIMIT_EXCEEDED','message':'too many'}]        | - | Limited",
                "salesforce| upsert | 400 | [{'errorCode':'UNABLE_TO_LOCK_ROW','message':'busy'}]                | - | Passing",
                "salesforce| upsert | 401 | [{'errorCode':'INVALID_SESSION_ID','message':'expired'}]             | - | Misconfigured",
                "salesforce| create | 400 | [{'errorCode':'DUPLICATE_VALUE','message':'twice'}]                  | - | Duplicate",
                "salesforce| upsert | 404 | [{'errorCode':'ENTITY_IS_DELETED','message':'gone'}]                 | - | Accepted",
                "salesforce| upsert | 400 | [{'errorCode':'REQUIRED_FIELD_MISSING','fields':['Name']}]           | - | Refused",
                "salesforce| upsert | 300 | ['/a/1','/a/2']                                                      | - | Refused",
                "hubspot   | create | 409 | {'category':'CONFLICT','message':'there already'}                    | - | Duplicate",
                "hubspot   | upsert | 429 | {'category':'RATE_LIMITS','policyName':'TEN_SECONDLY_ROLLING'}       | - | Limited",
                "hubspot   | upsert | 477 | {'message':'migration in progress'}              | Retry-After: 60       | Limited",
                "dataverse | upsert | 429 | {'error':{'code':'0x80072322','message':'number of requests'}}       | - | Limited",
                "dataverse | upsert | 503 | {'error':{'code':'0x80072321','message':'execution time'}}           | - | Limited",
                "dataverse | create | 412 | {'error':{'code':'0x80060892','message':'A record with matching key'}}| - | Duplicate",
                "pipedrive | upsert | 200 | {'success':false,'error':'Bad field','code':'x'}                     | - | Refused",
                "pipedrive | upsert | 200 | {'success':false,'code':'rate_limited'}                              | - | Limited",
                "pipedrive | upsert | 200 | {'success':true,'id':7}                                              | - | Accepted",
                "github    | upsert | 403 | {'message':'rate limit'}                  | X-RateLimit-Remaining: 0   | Limited",
                "github    | upsert | 403 | {'message':'no right'}                    | X-RateLimit-Remaining: 50  | Misconfigured",
            })
    void readsTheErrorsOf(
            String vendor, String call, int status, @Nullable String body, @Nullable String header, String meaning)
            throws IOException {
        start(configuration(vendor));
        ResponseDefinitionBuilder answer = status(status).withHeader("Content-Type", "application/json");
        if (body != null) {
            answer.withBody(body.replace('\'', '"'));
        }
        if (header != null) {
            int colon = header.indexOf(": ");
            answer.withHeader(header.substring(0, colon), header.substring(colon + 2));
        }
        CRM.stubFor(post(anyUrl()).willReturn(answer));
        CRM.stubFor(put(anyUrl()).willReturn(answer));

        ItemResult result = push(call.equals("create") ? CREATING : UPSERTING, fresh("C-1"));

        assertThat(
                        result instanceof ItemResult.Failed failed
                                ? failed.fault().getClass().getSimpleName()
                                : result.getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    private static Map<String, String> configuration(String vendor) throws IOException {
        String page = Files.readString(Path.of("docs/errors.md"));
        Matcher example = Pattern.compile("### " + vendor + "\n.*?```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(example.find()).isTrue();
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ByteArrayResource(example.group(1).getBytes(StandardCharsets.UTF_8)));
        Map<String, String> properties = new HashMap<>();
        Objects.requireNonNull(yaml.getObject())
                .forEach((name, value) -> properties.put("~.crm." + name, String.valueOf(value)));
        return properties;
    }
}
