using System.Net;
using Spark.Faults.Tests.Support;
using Spark.Runtime.Outbox;

namespace Spark.Faults.Tests;

/// <summary>A plugin that hangs, blocks its thread, throws, or returns after its limit, beside others that do their work.</summary>
public sealed class PluginTests
{
    private static readonly string[] Misbehaviours = ["hang", "throw", "late", "block"];

    /// <summary>A message to a channel may take five seconds here, so that a hanging one is given up in a test's time.</summary>
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["PluginLimits__SendWithin"] = "00:00:05",
        ["Outbox__FailuresInARow"] = "1000",
    };

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task An_action_that_misbehaves_ends_as_it_must_and_keeps_nobody_waiting(string database)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var turn = 0;
        await using var stage = await Disaster.PrepareAsync(
            MakeStore(database),
            people: 12,
            words: number => number switch
            {
                _ when number % 4 == 0 => $"dare {Misbehaviours[Interlocked.Increment(ref turn) % Misbehaviours.Length]}",
                _ when number % 3 == 0 => "act",
                _ => "say",
            });
        await stage.Hosts[0].StartAsync(cancellationToken, Variables);
        foreach (var how in Misbehaviours)
        {
            await stage.BegunAsync($"{(how == "throw" ? "Failed" : "Unsure")} dare {how}", cancellationToken);
        }

        await stage.ConcludeAsync(cancellationToken);

        // A message may take five seconds here: one that took longer may be sent again, as the same.
        var texts = stage.FarSide.Arrivals.Where(arrival => !arrival.IsRepeated).Select(arrival => arrival.Text).ToList();
        await using var books = stage.Store.Open();
        var held = await books.EffectsAsync(cancellationToken, OutboxStatus.Unknown);
        held.Count.ShouldBe(texts.Count(text => text.StartsWith("Unsure", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_channel_that_misbehaves_harms_nobody_but_itself()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(MakeStore("SQLite"), people: 8);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken, Variables);
        await stage.ArrivedAsync("Next?", cancellationToken);
        var before = stage.FarSide.Arrivals.Count;

        // What is received: the channel of the path misbehaves before it has read anything.
        foreach (var how in Misbehaviours)
        {
            var refused = await PostAsync(host, how, "received", $"{how}-1", "say something", cancellationToken);
            refused.ShouldBe(how == "throw" ? HttpStatusCode.InternalServerError : HttpStatusCode.ServiceUnavailable, how);
        }

        // What is sent: the bot repeats the person's words, whose first one tells the channel how to misbehave.
        foreach (var how in Misbehaviours)
        {
            await SayAsync(host, $"sent-{how}", "1", "Hello", cancellationToken);
            await SayAsync(host, $"sent-{how}", "2", $"{how} now", cancellationToken);
            await SayAsync(host, $"sent-{how}", "3", "and then?", cancellationToken);
        }

        await host.RunCommandAsync(
            output => Misbehaviours.All(how => output.Contains($"bad/sent-{how}", StringComparison.Ordinal)), cancellationToken, "outbox", "list", "--status", "unknown");
        stage.FarSide.Arrivals.Count.ShouldBeGreaterThan(before, "the others are answered meanwhile");
        await stage.ConcludeAsync(cancellationToken);

        await using var books = stage.Store.Open();
        (await books.MessagesAsync("received", cancellationToken, "bad")).ShouldBeEmpty("what was refused is not stored");
        foreach (var how in Misbehaviours)
        {
            (await books.MessagesAsync($"sent-{how}", cancellationToken, "bad")).ShouldBe(["Hello", $"{how} now", "and then?"]);
        }

        var unknown = await books.EffectsAsync(cancellationToken, OutboxStatus.Unknown);
        unknown.Count(effect => effect.Entry.ExternalId.StartsWith("sent-", StringComparison.Ordinal)).ShouldBe(Misbehaviours.Length, "and what came behind it left");
    }

    private static Func<string, Task<IStoreUnderTest>> MakeStore(string database) =>
        database == "SQLite" ? folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)) : PostgresStore.MakeAsync;

    // A host that does not get to it in the two seconds that the channel has sends the message away, and its sender repeats it.
    private static async Task SayAsync(FaultHost host, string conversation, string id, string text, CancellationToken cancellationToken)
    {
        while (await PostAsync(host, "well", conversation, id, text, cancellationToken) is var status && status != HttpStatusCode.OK)
        {
            status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
    }

    private static async Task<HttpStatusCode> PostAsync(
        FaultHost host, string how, string conversation, string id, string text, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var content = new StringContent(text);
        using var response = await http.PostAsync(new Uri(host.Url, $"/channels/bad/{how}/{conversation}/{id}"), content, cancellationToken);
        return response.StatusCode;
    }
}
