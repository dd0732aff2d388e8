using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>An action dialog whose host is killed while it waits: for the person's word, and for its next try.</summary>
public sealed class ActionCrashTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<string> keys = new();
    private readonly int port = LoopbackPort.Free();
    private WebApplication farSide = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        folder.Write("bots/doors/bot.yaml", "spark: 1\nbot: doors\nlanguages: [en]\nconnections: { doors: { plugin: call } }\nevents: { started: start }\n");
        folder.Write("bots/doors/dialogs/start.yaml", """
            dialog: start
            steps:
              - run: open
                then:
                  opened: { id: done, say: It is open., end: resolved }
                  declined: { id: left, say: It stays closed., end: resolved }
                  failed: { id: sorry, say: It does not open., end: failed }

            """);
        folder.Write("bots/doors/actions/open.yaml", """
            action: open
            steps:
              - id: ask
                call: doors
                post: /open
                approve: true
                tries: 3
                outcomes: { opened: status = 200 }
                otherwise: failed

            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        farSide = builder.Build();
        farSide.MapPost("/open", Open);
        await farSide.StartAsync(Token);
        folder.Write("environment.yaml", $$"""
            publicUrl: http://127.0.0.1:1
            channels:
              web: { plugin: web-chat, bot: doors, settings: { secret: "{{RelayBot.WebSecret}}" } }
            connections:
              doors: { plugin: call, allowPrivate: true, settings: { baseUrl: "{{farSide.Urls.Single()}}" } }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await farSide.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Approval_and_further_tries_survive_the_kill_and_all_tries_bear_one_key()
    {
        WebChatPerson person;
        await using (var first = await StartAsync())
        {
            person = await WebChatPerson.StartAsync(first.Url, Token);
            await person.HearAsync(texts => texts.Count == 1, Token);
            keys.ShouldBeEmpty("nobody has said yes");
            await first.KillAsync();
        }

        using (person)
        {
            await using (var second = await StartAsync())
            {
                await person.SayAsync("yes", Token);
                await AskedAsync(1);
                await second.KillAsync();
            }

            await using var third = await StartAsync();
            (await person.HearAsync(texts => texts.Count > 1, Token))[^1].ShouldBe("It is open.");
        }

        keys.Count.ShouldBeGreaterThan(1);
        keys.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldNotBeEmpty();
    }

    // Opens at the second try.
    private async Task Open(HttpContext http)
    {
        keys.Enqueue(http.Request.Headers["Idempotency-Key"].ToString());
        if (keys.Count == 1)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = 2.ToString(CultureInfo.InvariantCulture);
            return;
        }

        await http.Response.WriteAsync("{}", Token);
    }

    private async Task AskedAsync(int times)
    {
        while (keys.Count < times)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }
    }

    private Task<SparkHost> StartAsync() => SparkHost.StartAsync(folder.Path("environment.yaml"), folder.Path("data"), port, Token, folder.Path("bots"));
}
