using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Tests.Support;

namespace Spark.Cockpit.Tests.Settings;

public sealed class ApiCallApiTests : IAsyncLifetime
{
    private const string Incident = """{"result":{"sys_id":"c537bae64f411200adf9f8e18110c76e","number":"INC0010002"}}""";

    private SettingsServer server = null!;
    private FarSide far = null!;

    public async ValueTask InitializeAsync()
    {
        server = await SettingsServer.StartAsync();
        far = await FarSide.StartAsync();
        far.Answer = _ => Results.Text(Incident, "application/json", statusCode: 201);
        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));
    }

    public async ValueTask DisposeAsync()
    {
        await far.DisposeAsync();
        await server.DisposeAsync();
    }

    public static TheoryData<string> Injections =>
    [
        "Printer \"HP\" says:\nC:\\temp", "x\",\"assignment_group\":\"admins\",\"z\":\"", "{{b}}", "{{{{c}}}}", "../../../etc/passwd", "//evil.example/",
        "https://evil.example/", "a\r\nX-Evil: yes", "\0\u0007\u001b", "';--", "${jndi:ldap://evil}", "<script>alert(1)</script>", "%2e%2e%2f", "?x=1&y=2#z",
        "\u2028\u2029", "😀 €", "\"", "\\", "\\\"", "\\u0022,\\u0022x\\u0022:1", "]}", new string('x', 100_000),
    ];

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task A_value_stays_a_value_in_the_payload(string value)
    {
        await server.PutAsync("api-calls/create", Samples.Create());

        var run = await RunAsync(new JsonObject { ["a"] = value, ["b"] = "secret of another", ["c"] = "<" });

        run["end"]!.GetValue<string>().ShouldBe("Succeeded");
        var sent = JsonNode.Parse(far.Last.Body)!.AsObject();
        sent.Select(field => field.Key).ShouldBe(["a", "b", "c"]);
        sent["a"]!.GetValue<string>().ShouldBe(value.Replace('\0', '\uFFFD'));
        sent["b"]!.GetValue<string>().ShouldBe("secret of another");
    }

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task Whatever_a_value_is_the_request_goes_to_the_credential_s_host(string value)
    {
        await server.PutAsync("api-calls/create", Samples.Create(resource: "api/{{a}}/items?q={{b}}"));
        var before = far.Requests.Count;

        var run = await RunAsync(new JsonObject { ["a"] = value, ["b"] = value });

        if (far.Requests.Count == before)
        {
            // It was refused here, or there for its length alone.
            run["end"]!.GetValue<string>().ShouldBe(value.Length > 1_000 ? "Refused" : "NotSent");
            return;
        }

        far.Last.Target.ShouldStartWith("/api/");
        var (path, query) = (far.Last.Target.Split('?')[0], far.Last.Target.Split('?')[1]);
        path.ShouldEndWith("/items");
        path.Split('/').Length.ShouldBe(4);
        query.ShouldStartWith("q=");
        query.ShouldNotContain("&");
        far.Last.Headers["Host"].ShouldBe(far.Url.Authority);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: yes")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("ü")]
    public async Task A_header_carries_no_line_ends(string value)
    {
        var call = Samples.Create();
        call["apiCall"]!["headers"] = new JsonArray(new JsonObject { ["name"] = "X-Source", ["value"] = "{{a}}" });
        await server.PutAsync("api-calls/create", call);
        var before = far.Requests.Count;

        var run = await RunAsync(new JsonObject { ["a"] = value });

        run["end"]!.GetValue<string>().ShouldBe("NotSent");
        far.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Half_a_character_breaks_nothing()
    {
        await server.PutAsync("api-calls/create", Samples.Create());
        using var content = new StringContent("""{"name":"create","parameters":{"a":"x\ud800y"}}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Http.PostAsync(new Uri("/api/admin/api-call-test", UriKind.Relative), content, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(200);
        JsonNode.Parse(far.Last.Body)!["a"]!.GetValue<string>().ShouldBe("x\uFFFDy");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("https://10.0.0.7/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://2130706433/")]
    public async Task Private_addresses_are_refused_unless_they_are_allowed(string address)
    {
        var credential = Samples.Credential(new Uri(address.Replace("http:", "https:", StringComparison.Ordinal)), allowPrivate: false);

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/inside", credential);

        status.ShouldBe(422);
        refused["message"]!.GetValue<string>().ShouldContain("SPK10140");
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var evil = await FarSide.StartAsync();
        var call = Samples.Create();
        (call["apiCall"]!["method"], call["apiCall"]!["payload"]) = ("GET", null);
        await server.PutAsync("api-calls/create", call);
        far.Answer = _ => Results.Redirect(new Uri(evil.Url, "steal").ToString());

        var run = await RunAsync([]);

        (run["end"]!.GetValue<string>(), run["status"]!.GetValue<int>()).ShouldBe(("Refused", 302));
        evil.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_is_never_sent_a_second_time()
    {
        await server.PutAsync("api-calls/create", Samples.Create());
        foreach (var (answer, end) in new (Func<TakenRequest, IResult>, string)[]
        {
            (_ => Results.StatusCode(500), "Unknown"), (_ => Results.StatusCode(503), "Unknown"), (_ => Results.StatusCode(307), "Refused"),
            (_ => Results.StatusCode(401), "Refused"), (_ => Results.StatusCode(429), "Refused"), (_ => Results.Text("{}", "application/json"), "Incomplete"),
            (_ => Results.Text("no JSON", "text/plain"), "Incomplete"), (_ => Results.Bytes(new byte[3_000_000]), "Incomplete"),
        })
        {
            far.Answer = answer;
            var before = far.Requests.Count;
            (await RunAsync([]))["end"]!.GetValue<string>().ShouldBe(end);
            far.Requests.Count.ShouldBe(before + 1);
        }
    }

    [Fact]
    public async Task The_test_panel_shows_the_request_the_answer_and_each_output()
    {
        await server.PutAsync("api-calls/create", Samples.Create());

        var run = await RunAsync(new JsonObject { ["a"] = "1" });

        run["request"]!["method"]!.GetValue<string>().ShouldBe("POST");
        run["request"]!["address"]!.GetValue<string>().ShouldBe(new Uri(far.Url, "api/now/v1/table/incident").ToString());
        run["request"]!["headers"]!.AsArray().ShouldContain(header => header!["name"]!.GetValue<string>() == "Authorization" && header["value"]!.GetValue<string>() == "Basic ***");
        run["responseBody"]!.GetValue<string>().ShouldBe(Incident);
        run["outputs"]!.AsArray().Select(output => output!["value"]!.GetValue<string>()).ShouldBe(["c537bae64f411200adf9f8e18110c76e", "INC0010002"]);
        run["milliseconds"]!.GetValue<double>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_recorded_answer_is_read_and_nothing_is_sent()
    {
        await server.PutAsync("api-calls/create", Samples.Create());
        var before = far.Requests.Count;

        var (_, run) = await server.SendAsync(HttpMethod.Post, "api-call-test", new JsonObject
        {
            ["name"] = "create",
            ["recorded"] = new JsonObject { ["status"] = 201, ["body"] = """{"result":[{"number":"INC1"},{"number":"INC2"}]}""" },
        });

        far.Requests.Count.ShouldBe(before);
        (run["isRecorded"]!.GetValue<bool>(), run["end"]!.GetValue<string>()).ShouldBe((true, "Incomplete"));
        run["outputs"]![1]!["problem"]!.GetValue<string>().ShouldContain("a list");
        run["outputs"]![0]!["problem"]!.GetValue<string>().ShouldBe("The answer has no such value.");
    }

    [Theory]
    [InlineData("payload", "\"{\\\"a\\\":{{d}}}\"", "{{d}} is no parameter")]
    [InlineData("payload", "\"{\\\"a\\\":\"", "it cannot be sent")]
    [InlineData("method", "\"TRACE\"", "A method is one of")]
    [InlineData("credential", "\"nobody\"", "There is no credential")]
    [InlineData("resource", "\"//evil.example/x\"", "names a host")]
    [InlineData("resource", "\"../x\"", "'..' in place")]
    [InlineData("headers", "[{\"name\":\"Authorization\",\"value\":\"x\"}]", "not for a step or 'headers' to set")]
    [InlineData("outputs", "[{\"name\":\"a\",\"expression\":\"result.\"}]", "S0207 at position 7")]
    [InlineData("outputs", "[{\"name\":\"a b\",\"expression\":\"x\"}]", "An identifier is")]
    [InlineData("parameters", "[{\"name\":\"a\"},{\"name\":\"a\"}]", "is there twice")]
    [InlineData("parameters", "[{\"name\":\"a\",\"type\":\"number\",\"default\":\"x\"}]", "The default is no number")]
    [InlineData("timeoutSeconds", "0", "from 1 to 60")]
    [InlineData("parameters", "[null]", "holds null")]
    public async Task What_is_wrong_is_found_when_it_is_set(string field, string value, string message)
    {
        var call = Samples.Create();
        call["apiCall"]![field] = JsonNode.Parse(value);

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "api-calls/create", call);

        status.ShouldBe(422);
        refused["message"]!.GetValue<string>().ShouldContain(message);
    }

    [Fact]
    public async Task A_required_parameter_without_a_value_is_not_sent_and_a_default_stands_in()
    {
        var call = Samples.Create("""{"a":"{{a}}","b":{{b}},"c":{{c}}}""");
        call["apiCall"]!["parameters"] = JsonNode.Parse("""[{"name":"a","required":true},{"name":"b","type":"number","default":7},{"name":"c","type":"json"}]""");
        await server.PutAsync("api-calls/create", call);

        (await RunAsync([]))["reason"]!.GetValue<string>().ShouldContain("'a' is required");
        (await RunAsync(new JsonObject { ["a"] = "x", ["b"] = "no number" }))["reason"]!.GetValue<string>().ShouldContain("'b' is no number");
        await RunAsync(new JsonObject { ["a"] = 5, ["c"] = new JsonObject { ["x"] = new JsonArray(1) } });

        far.Last.Body.ShouldBe("""{"a":"5","b":7,"c":{"x":[1]}}""");
    }

    [Fact]
    public async Task A_curl_command_becomes_an_api_call_without_its_secrets()
    {
        const string Curl = """
            curl -X POST 'https://acme.service-now.com/api/now/table/incident?sysparm_fields=sys_id,number' \
              -u 'admin:top secret' -H "Content-Type: application/json" -H 'X-Source: spark' \
              --data-raw '{"short_description":"{{shortDescription}}","urgency":{{urgency}}}'
            """;

        var (status, import) = await server.SendAsync(HttpMethod.Post, "api-call-import", new JsonObject { ["curl"] = Curl });

        status.ShouldBe(200);
        var call = import["apiCall"]!;
        (call["method"]!.GetValue<string>(), call["resource"]!.GetValue<string>()).ShouldBe(("POST", "api/now/table/incident"));
        call["query"]![0]!["value"]!.GetValue<string>().ShouldBe("sys_id,number");
        call["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>()).ShouldBe(["shortDescription", "urgency"]);
        call["headers"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("X-Source");
        import["baseUrl"]!.GetValue<string>().ShouldBe("https://acme.service-now.com/");
        import["authorization"]!["type"]!.GetValue<string>().ShouldBe("basic");
        import.ToJsonString().ShouldNotContain("top secret");
    }

    [Theory]
    [InlineData("wget https://a.example", "begins with curl")]
    [InlineData("curl 'https://a.example", "never closed")]
    [InlineData("curl -X POST", "names no address")]
    [InlineData("curl ftp://a.example", "no http or https")]
    public async Task What_is_no_curl_command_is_refused(string command, string message)
    {
        var (status, refused) = await server.SendAsync(HttpMethod.Post, "api-call-import", new JsonObject { ["curl"] = command });

        status.ShouldBe(422);
        refused["message"]!.GetValue<string>().ShouldContain(message);
    }

    private async Task<JsonNode> RunAsync(JsonObject parameters)
    {
        var (status, run) = await server.SendAsync(HttpMethod.Post, "api-call-test", new JsonObject { ["name"] = "create", ["parameters"] = parameters });
        status.ShouldBe(200, run.ToString());
        return run;
    }
}
