using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Spark.Actions.Tests.Support;
using Spark.Plugins.Catalog;
using Spark.Understanding;

namespace Spark.Actions.Tests.Understanding;

/// <summary>The understanding providers that ship, each against a real server that answers well, late and badly.</summary>
public sealed class UnderstandingProvidersTests
{
    private const string Http = "understanding-http";
    private const string Chat = "understanding-openai";

    private static readonly UnderstandingRequest Request = new()
    {
        Text = "my screen is dark",
        Language = "en",
        Intents = [new("broken", ["my {device} is broken", "it fell", "it is dead"], ["device"]), new("hello", ["hi there"], [])],
    };

    [Fact]
    public async Task Http_sends_what_was_said_and_reads_the_answer()
    {
        await using var far = await FarSide.StartAsync(context => context.Response.WriteAsync(
            """{"intent":"broken","confidence":0.93,"entities":{"device":"screen"}}"""));
        await using var installed = await LoadAsync(Http, far, "token: env:SPARK_SECRET_KEY, examples: 2");
        var result = await installed.UnderstandAsync("nlu", Request);
        result.Failure.ShouldBeNull();
        (result.Intent, result.Confidence, result.Entities["device"]).ShouldBe(("broken", 0.93, "screen"));

        far.Only.Method.ShouldBe("POST");
        far.Only.Header("Authorization").ShouldBe("Bearer hush-hush");
        var sent = JsonNode.Parse(far.Only.Body)!;
        ((string?)sent["text"], (string?)sent["language"]).ShouldBe(("my screen is dark", "en"));
        sent["intents"]![0]!["examples"]!.AsArray().Count.ShouldBe(2);
        result.Prompt.ShouldBe(far.Only.Body);
        result.Answer.ShouldNotBeNull().ShouldContain("0.93");
        result.Prompt.ShouldNotBeNull().ShouldNotContain("hush-hush");
    }

    [Fact]
    public async Task A_chat_model_is_told_the_intents_and_answers_between_fences()
    {
        await using var far = await FarSide.StartAsync(context => context.Response.WriteAsync(Completion(
            """
            ```json
            {"intent": "broken", "confidence": 0.8, "entities": {"device": "screen", "other": null}}
            ```
            """)));
        await using var installed = await LoadAsync(Chat, far, "model: small, key: env:SPARK_SECRET_KEY, examples: 1");
        var result = await installed.UnderstandAsync("nlu", Request);
        result.Failure.ShouldBeNull();
        (result.Intent, result.Confidence).ShouldBe(("broken", 0.8));
        result.Entities.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("device", "screen"));

        far.Only.Target.ShouldBe("/chat/completions");
        far.Only.Header("Authorization").ShouldBe("Bearer hush-hush");
        var sent = JsonNode.Parse(far.Only.Body)!;
        ((string?)sent["model"], (string?)sent["response_format"]!["type"]).ShouldBe(("small", "json_object"));
        sent["temperature"].ShouldBeNull();
        var messages = sent["messages"]!.AsArray();
        ((string)messages[0]!["content"]!).ShouldContain("- broken (entities: device)");
        ((string)messages[0]!["content"]!).ShouldNotContain("it fell");
        ((string?)messages[1]!["role"], (string?)messages[1]!["content"]).ShouldBe(("user", "my screen is dark"));
    }

    [Theory]
    [InlineData(Http, "I would say it is broken.")]
    [InlineData(Http, "{}")]
    [InlineData(Http, """{"intent":7}""")]
    [InlineData(Http, "null")]
    [InlineData(Chat, "I would say it is broken.")]
    [InlineData(Chat, """{"choices":[]}""")]
    [InlineData(Chat, """{"choices":[{"message":{"role":"assistant","content":"It is broken."}}]}""")]
    [InlineData(Chat, """{"choices":[{"message":{"role":"assistant","content":"{\"intent\":\"broken\"}"}}]}""")]
    public async Task Rubbish_is_no_answer_and_is_logged(string plugin, string answer)
    {
        await using var far = await FarSide.StartAsync(context => context.Response.WriteAsync(answer));
        await using var installed = await LoadAsync(plugin, far);
        var result = await installed.UnderstandAsync("nlu", Request);
        result.Failure.ShouldNotBeNullOrEmpty();
        result.Intent.ShouldBeNull();
        result.Answer.ShouldBe(answer);
    }

    [Theory]
    [InlineData(Http)]
    [InlineData(Chat)]
    public async Task A_server_that_hangs_is_left_when_the_time_is_over(string plugin)
    {
        using var asked = new SemaphoreSlim(0);
        await using var far = await FarSide.StartAsync(async context =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var installed = await LoadAsync(plugin, far);
        var result = installed.UnderstandAsync("nlu", Request, TimeSpan.FromSeconds(2));
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        installed.Clock.Advance(TimeSpan.FromSeconds(3));
        (await result).Failure.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(Http, 503)]
    [InlineData(Http, 401)]
    [InlineData(Chat, 429)]
    [InlineData(Chat, 403)]
    public async Task A_server_that_refuses_gives_a_reason_without_the_secret(string plugin, int status)
    {
        await using var far = await FarSide.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("no: hush-hush");
        });
        await using var installed = await LoadAsync(plugin, far, plugin == Http ? "token: env:SPARK_SECRET_KEY" : "model: small, key: env:SPARK_SECRET_KEY");
        var failure = (await installed.UnderstandAsync("nlu", Request)).Failure.ShouldNotBeNull();
        failure.ShouldNotContain("hush-hush");
        installed.Connection("nlu").Status.ShouldBe(status is 401 or 403 ? PluginStatus.CredentialsRejected : PluginStatus.Running);
    }

    [Fact]
    public async Task A_connection_that_is_not_bound_gives_no_answer()
    {
        await using var installed = await InstalledActions.LoadAsync();
        (await installed.UnderstandAsync("nlu", Request)).Failure.ShouldNotBeNull().ShouldContain("'nlu'");
        installed.Offers.UnderstandingProviders.Order(StringComparer.Ordinal).ShouldBe([Http, Chat]);
    }

    private static string Completion(string content) => new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content } }),
    }.ToJsonString();

    private static Task<InstalledActions> LoadAsync(string plugin, FarSide far, string? more = null) => InstalledActions.LoadAsync(
        $$"""
        connections:
          nlu:
            plugin: {{plugin}}
            allowPrivate: true
            settings: { url: "{{far.Address.AbsoluteUri}}", {{more ?? (plugin == Chat ? "model: small" : "examples: 1")}} }
        """,
        ("SPARK_SECRET_KEY", "hush-hush"));
}
