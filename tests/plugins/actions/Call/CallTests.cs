using Microsoft.AspNetCore.Http;
using Spark.Actions.Tests.Support;
using Spark.Expressions;

namespace Spark.Actions.Tests.Call;

/// <summary>The action <c>call</c>: what leaves, what comes back, and what is refused.</summary>
public sealed class CallTests
{
    private static string Connection(FarSide far, string settings = "", string path = "/api") => $$"""
        connections:
          directory:
            plugin: call
            allowPrivate: true
            settings: { baseUrl: "{{far.Address.ToString().TrimEnd('/')}}{{path}}"{{(settings.Length > 0 ? ", " + settings : "")}} }
        """;

    private static Task Json(HttpContext context, string body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    [Theory]
    [InlineData("get", "GET", null)]
    [InlineData("post", "POST", "c-7-0")]
    [InlineData("put", "PUT", "c-7-0")]
    [InlineData("patch", "PATCH", "c-7-0")]
    [InlineData("delete", "DELETE", "c-7-0")]
    [InlineData("options", "OPTIONS", null)]
    public async Task Every_method_reaches_the_connections_address_and_what_may_change_something_bears_the_key(string method, string sent, string? key)
    {
        await using var far = await FarSide.StartAsync(context => Json(context, """{"name":"Jo"}"""));
        await using var actions = await InstalledActions.LoadAsync(Connection(far));

        var ended = await actions.RunAsync("call", $$$"""{"call":"directory","{{{method}}}":"/accounts/7","query":{"a":"x y&z","b":[1,2]},"headers":{"X-Trace":"t"}}""");

        ended.Result.ShouldBe("ok", ended.Reason);
        ended.Output["status"].AsNumber().ShouldBe(200);
        ended.Output["body"].ToJson().ShouldBe("""{"name":"Jo"}""");
        ended.Output["headers"]["content-type"].AsString().ShouldBe("application/json");
        (far.Only.Method, far.Only.Target).ShouldBe((sent, "/api/accounts/7?a=x%20y%26z&b=1&b=2"));
        far.Only.Header("X-Trace").ShouldBe("t");
        far.Only.Header("Idempotency-Key").ShouldBe(key);
    }

    [Fact]
    public async Task A_head_has_a_status_and_no_body()
    {
        await using var far = await FarSide.StartAsync(context => { context.Response.StatusCode = 204; return Task.CompletedTask; });
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        var ended = await actions.RunAsync("call", """{"call":"directory","head":"/x"}""");
        (ended.Result, ended.Output["body"].IsUndefined).ShouldBe(("ok", true));
    }

    [Theory]
    [InlineData("""{"a":"ü\" \n","n":1.50}""", null, "application/json", "{\"a\":\"\\u00FC\\u0022 \\n\",\"n\":1.50}")]
    [InlineData("""{"a":"x y","b":["1","&="]}""", "form", "application/x-www-form-urlencoded", "a=x%20y&b=1&b=%26%3D")]
    [InlineData("\"hello\"", null, "text/plain; charset=utf-8", "hello")]
    [InlineData("\"hello\"", "json", "application/json", "\"hello\"")]
    [InlineData("[1,2]", null, "application/json", "[1,2]")]
    public async Task A_body_is_json_a_form_or_a_text(string body, string? form, string type, string sent)
    {
        await using var far = await FarSide.StartAsync(context => Json(context, "{}"));
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        var ended = await actions.RunAsync("call", $$"""{"call":"directory","post":"/x","body":{{body}}{{(form is null ? "" : $",\"as\":\"{form}\"")}}}""");
        ended.Result.ShouldBe("ok", ended.Reason);
        far.Only.Header("Content-Type").ShouldBe(type);
        far.Only.Body.ShouldBe(sent.Replace("1.50", Value.Parse("1.50").ToJson(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/plain; charset=iso-8859-1", "caf\u00e9", "\"caf\u00e9\"")]
    [InlineData("application/problem+json", """{"title":"x"}""", """{"title":"x"}""")]
    [InlineData("application/json", "no json", "\"no json\"")]
    public async Task An_answer_is_what_its_json_says_or_a_text(string type, string body, string seen)
    {
        await using var far = await FarSide.StartAsync(async context =>
        {
            context.Response.Headers.ContentType = type;
            context.Response.Headers.SetCookie = "session=secret";
            await context.Response.Body.WriteAsync((type.Contains("8859", StringComparison.Ordinal) ? System.Text.Encoding.Latin1 : System.Text.Encoding.UTF8).GetBytes(body));
        });
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        var ended = await actions.RunAsync("call", """{"call":"directory","get":"/x"}""");
        ended.Output["body"].ToJson().ShouldBe(Value.Parse(seen).ToJson());
        ended.Output.ToJson().ShouldNotContain("session=secret");
    }

    [Theory]
    [InlineData(404, "refused", false, null)]
    [InlineData(401, "refused", false, null)]
    [InlineData(302, "refused", false, null)]
    [InlineData(429, "failed", false, 7)]
    [InlineData(503, "failed", false, 7)]
    [InlineData(500, "failed", false, 7)]
    [InlineData(501, "failed", true, null)]
    public async Task A_status_is_a_result_and_says_whether_another_try_could_help(int status, string result, bool isFinal, int? retryAfter)
    {
        await using var far = await FarSide.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "7";
            context.Response.Headers.Location = "http://127.0.0.2:1/elsewhere";
            return Json(context, """{"error":"x"}""", status);
        });
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        var ended = await actions.RunAsync("call", """{"call":"directory","get":"/x"}""");
        (ended.Result, ended.IsFinal, ended.RetryAfter?.TotalSeconds).ShouldBe((result, isFinal, retryAfter));
        ended.Output["status"].AsNumber().ShouldBe(status);
        ended.Output["body"]["error"].AsString().ShouldBe("x");
        far.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Retry_after_may_be_a_date()
    {
        await using var far = await FarSide.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "Sun, 01 Mar 2026 12:00:30 GMT";
            return Json(context, "{}", 503);
        });
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        (await actions.RunAsync("call", """{"call":"directory","get":"/x"}""")).RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_redirect_is_followed_on_the_same_host_for_what_changes_nothing()
    {
        await using var far = await FarSide.StartAsync(context =>
        {
            if (context.Request.Path == "/api/new")
            {
                return Json(context, "{}");
            }

            context.Response.Headers.Location = "new";
            context.Response.StatusCode = 307;
            return Task.CompletedTask;
        });
        await using var actions = await InstalledActions.LoadAsync(Connection(far, "authorization: { type: bearer, token: t0k3n }"));
        (await actions.RunAsync("call", """{"call":"directory","get":"/old"}""")).Result.ShouldBe("ok");
        far.Requests.Select(request => request.Target).ShouldBe(["/api/old", "/api/new"]);
        (await actions.RunAsync("call", """{"call":"directory","post":"/old"}""")).Result.ShouldBe("refused");
        far.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("/../admin")]
    [InlineData("/a/../../admin")]
    [InlineData("/a/%2e%2e/%2e%2e/admin")]
    [InlineData("/a/..%2f..%2fadmin")]
    [InlineData("/a/%252e%252e/admin")]
    [InlineData("/a\\\\..\\\\admin")]
    [InlineData("/a\\r\\nX-Evil: 1")]
    [InlineData("/a%0d%0aX-Evil: 1")]
    [InlineData("/a#b")]
    [InlineData("/a?b=1#c")]
    public async Task A_path_that_leads_elsewhere_is_refused_and_nothing_is_sent(string path)
    {
        await using var far = await FarSide.StartAsync(context => Json(context, "{}"));
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        var ended = await actions.RunAsync("call", $$"""{"call":"directory","post":"{{path}}"}""");
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true));
        ended.Reason.ShouldNotBeNull().ShouldNotContain("evil");
        far.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("@evil.example/x")]
    [InlineData(":80@evil.example/x")]
    [InlineData(".evil.example")]
    [InlineData("///evil.example")]
    public async Task Whatever_a_path_is_the_host_is_the_connections(string path)
    {
        await using var far = await FarSide.StartAsync(context => Json(context, "{}"));
        await using var actions = await InstalledActions.LoadAsync(Connection(far, path: ""));
        await actions.RunAsync("call", $$"""{"call":"directory","get":"{{path}}"}""");
        far.Requests.ShouldAllBe(request => request.Header("Host") == far.Address.Authority);
    }

    [Theory]
    [InlineData("""{"X-A":"1\r\nX-Evil: 1"}""")]
    [InlineData("""{"X-A":"1\nX-Evil: 1"}""")]
    [InlineData("""{"X-A":"\u0000"}""")]
    [InlineData("""{"X A":"1"}""")]
    [InlineData("""{"X-A: 1\r\nX-Evil":"1"}""")]
    [InlineData("""{"Authorization":"Bearer mine"}""")]
    [InlineData("""{"host":"evil.example"}""")]
    [InlineData("""{"Transfer-Encoding":"chunked"}""")]
    [InlineData("""{"X-A":"\uD800"}""")]
    public async Task A_header_that_cannot_be_is_refused_and_nothing_is_sent(string headers)
    {
        await using var far = await FarSide.StartAsync(context => Json(context, "{}"));
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        var ended = await actions.RunAsync("call", $$"""{"call":"directory","get":"/x","headers":{{headers}}}""");
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true));
        far.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"call":"directory"}""")]
    [InlineData("""{"call":"directory","get":"/a","post":"/b"}""")]
    [InlineData("""{"call":"directory","post":"/a","body":{"a":1},"as":"xml"}""")]
    [InlineData("""{"call":"directory","post":"/a","body":[1],"as":"form"}""")]
    public async Task A_step_that_asks_for_nothing_clear_fails(string input)
    {
        await using var far = await FarSide.StartAsync(context => Json(context, "{}"));
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        (await actions.RunAsync("call", input)).Result.ShouldBe("failed");
        far.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_beyond_the_limit_is_not_read(bool saysItsLength)
    {
        await using var far = await FarSide.StartAsync(async context =>
        {
            context.Response.ContentLength = saysItsLength ? 5000 : null;
            for (var i = 0; i < 50; i++)
            {
                await context.Response.WriteAsync(new string('x', 100));
            }
        });
        await using var actions = await InstalledActions.LoadAsync(Connection(far, "maxResponseBytes: 1000"));
        var ended = await actions.RunAsync("call", """{"call":"directory","get":"/x"}""");
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true));
        ended.Reason.ShouldBe("The answer is larger than 1000 bytes.");
        ended.Output["body"].IsUndefined.ShouldBeTrue();
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_the_connection_may()
    {
        await using var far = await FarSide.StartAsync(context => Json(context, "{}"));
        await using var actions = await InstalledActions.LoadAsync(Connection(far).Replace("allowPrivate: true", "allowPrivate: false", StringComparison.Ordinal));
        var ended = await actions.RunAsync("call", """{"call":"directory","get":"/x"}""");
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true));
        ended.Reason.ShouldNotBeNull().ShouldContain("SPK10140");
        far.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("get", 1, "failed", false)]
    [InlineData("put", 1, "failed", false)]
    [InlineData("post", 1, "unknown", true)]
    [InlineData("post", 3, "failed", false)]
    public async Task A_connection_that_breaks_leaves_open_what_must_not_be_repeated(string method, int tries, string result, bool isFinal)
    {
        await using var far = await FarSide.StartAsync(context => { context.Abort(); return Task.CompletedTask; });
        await using var actions = await InstalledActions.LoadAsync(Connection(far));
        var input = $$"""{"call":"directory","{{method}}":"/x"}""";
        var ended = await actions.RunAsync("call", input, InstalledActions.Context() with { Tries = tries });
        (ended.Result, ended.IsFinal).ShouldBe((result, isFinal));
        actions.IsRepeatable("call", input, tries).ShouldBe(!isFinal);
    }

    [Fact]
    public async Task A_far_side_that_is_not_there_has_not_acted()
    {
        string connection;
        await using (var far = await FarSide.StartAsync(context => Json(context, "{}")))
        {
            connection = Connection(far);
        }

        await using var actions = await InstalledActions.LoadAsync(connection);
        var ended = await actions.RunAsync("call", """{"call":"directory","post":"/x"}""");
        (ended.Result, ended.IsFinal).ShouldBe(("failed", false));
    }

    [Theory]
    [InlineData("""{"call":"nobody","get":"/x"}""", "The environment binds the connection 'nobody' to no 'call' that runs.")]
    [InlineData("""{"get":"/x"}""", "The step does not name the connection that 'call' works on.")]
    public async Task A_connection_that_is_not_bound_is_named(string input, string reason)
    {
        await using var actions = await InstalledActions.LoadAsync();
        (await actions.RunAsync("call", input)).Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("baseUrl: ftp://x", "baseUrl must be")]
    [InlineData("baseUrl: \"http://u:p@x\"", "baseUrl must be")]
    [InlineData("baseUrl: http://x, authorization: { type: basic }", "basic needs user")]
    [InlineData("baseUrl: http://x, authorization: { type: api-key, key: 0123456789 }", "one of header and query")]
    [InlineData("baseUrl: http://x, authorization: { type: oauth2-client-credentials }", "needs tokenUrl")]
    [InlineData("baseUrl: http://x, headers: { Host: y }", "headers cannot set 'Host' so")]
    [InlineData("baseUrl: http://x, certificate: abc", "as PEM")]
    [InlineData("baseUrl: http://x, signature: { secret: 0123456789, algorithm: md5 }", "signature needs")]
    public async Task Settings_that_cannot_work_are_said_before_anybody_calls(string settings, string says)
    {
        await using var actions = await InstalledActions.LoadAsync($"connections:\n  directory: {{ plugin: call, settings: {{ {settings} }} }}");
        actions.Connection("directory").Findings.ShouldHaveSingleItem().Message.ShouldContain(says);
    }
}
