using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Studio.Talking;
using Spark.Cockpit.Tests.Support;
using Spark.Engine.Reading;
using Spark.Runtime;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Studio.Talking;

public sealed class TalkEndpointsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/admin/studio/talk")]
    [InlineData("/api/admin/studio/talk/test")]
    public async Task Only_who_may_edit_the_bot_tries_it_and_only_from_the_page(string route)
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var designer = await server.SignInAsync(Role.Designer, Cancelled, bots: ["mine"]);
        using var reader = await server.SignInAsync(Role.Reader, Cancelled);
        using var nobody = server.Browser();

        (await StatusAsync(designer, route, Request("mine"))).ShouldBe((HttpStatusCode.OK, null));
        (await StatusAsync(designer, route, Request("theirs"))).ShouldBe((HttpStatusCode.Forbidden, "SPK14053"));
        (await StatusAsync(reader, route, Request("mine"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(nobody, route, Request("mine"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        designer.DefaultRequestHeaders.Remove("X-Spark-Csrf");
        (await StatusAsync(designer, route, Request("mine"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_cannot_be_read_or_is_too_much_is_refused_with_a_reason()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var designer = await server.SignInAsync(Role.Designer, Cancelled);

        await RefusesAsync(designer, "{", "not what this address reads");
        await RefusesAsync(designer, """{"name":"mine","files":{}}""", "not what this address reads");
        await RefusesAsync(designer, """{"name":"mine","files":{},"script":{"lines":[null]}}""", "not what this address reads");
        await RefusesAsync(designer, Request("mine", [.. Enumerable.Repeat(new { text = "a" }, 201)]), "200 lines at the most");
        await RefusesAsync(designer, Request("mine", [new { text = new string('a', 10_001) }]), "10000 characters at the most");
        await RefusesAsync(designer, Request("mine", [new { file = new string('a', 256) }]), "The name of a file has 255 characters at the most");
        await RefusesAsync(designer, Request("mine", [new { agent = new string('a', 10_001) }]), "10000 characters at the most");
        await RefusesAsync(designer, Request("mine", [new { ticket = "INC1", state = new string('a', 256) }]), "its state have 255 characters at the most");
        await RefusesAsync(designer, Request("mine", [new { result = "ok", name = "a", output = new string('1', 100_001) }]), "100000 characters at the most");
    }

    [Fact]
    public async Task What_a_script_means_wrongly_is_told_in_the_hosts_words()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled, services => services.AddSingleton<IBotTalk>(new OneTalk(() => throw new OperatorException("SPK14004", "Line 1 says nothing."))));
        using var designer = await server.SignInAsync(Role.Designer, Cancelled);

        await RefusesAsync(designer, Request("mine"), "Line 1 says nothing.");
    }

    [Fact]
    public async Task Only_so_many_are_tried_at_once()
    {
        var gate = new TaskCompletionSource();
        var inside = new TaskCompletionSource();
        await using var server = await CockpitServer.StartAsync(Cancelled, services =>
        {
            services.AddSingleton(_ => new TalkGate(1, TimeSpan.Zero));
            services.AddSingleton<IBotTalk>(new OneTalk(() =>
            {
                inside.TrySetResult();
                return gate.Task;
            }));
        });
        using var designer = await server.SignInAsync(Role.Designer, Cancelled);

        var first = StatusAsync(designer, "/api/admin/studio/talk", Request("mine"));
        await inside.Task.WaitAsync(Cancelled);
        using var second = await PostAsync(designer, "/api/admin/studio/talk", Request("mine"));
        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter.ShouldNotBeNull();
        (await second.Content.ReadAsStringAsync(Cancelled)).ShouldContain("SPK14081");
        gate.SetResult();
        (await first).Status.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(designer, "/api/admin/studio/talk", Request("mine"))).Status.ShouldBe(HttpStatusCode.OK, "there is room again");
    }

    private static string Request(string bot, object[]? lines = null) => JsonSerializer.Serialize(new
    {
        name = bot,
        files = new Dictionary<string, string>(),
        script = new { lines = lines ?? [] },
        order = new { file = "a", title = "a", calls = false, ended = false },
    });

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string route, string body) =>
        client.PostAsync(route, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancelled);

    private static async Task<(HttpStatusCode Status, string? Code)> StatusAsync(HttpClient client, string route, string body)
    {
        using var answer = await PostAsync(client, route, body);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).GetProperty("code").GetString());
    }

    private static async Task RefusesAsync(HttpClient client, string body, string reason)
    {
        using var answer = await PostAsync(client, "/api/admin/studio/talk", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldContain(reason);
    }

    private sealed class OneTalk(Func<Task> play) : IBotTalk
    {
        public IReadOnlyList<StudioChannel> Channels => [];

        public async ValueTask<StudioTalk> PlayAsync(BotSource source, StudioScript script, CancellationToken cancellationToken)
        {
            await play();
            return StudioTalk.Of([]);
        }

        public ValueTask<StudioTestDraft> WriteTestAsync(BotSource source, StudioScript script, StudioTestOrder order, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
