using System.Net;
using System.Net.Sockets;
using System.Text;
using Spark.Faults.Tests.Support;
using Spark.Runtime.Outbox;
using Spark.Tests;

namespace Spark.Faults.Tests;

/// <summary>A host that is told to stop while calls are under way and people write.</summary>
public sealed class ShutdownTests
{
    private const string Doer = "a:person-0";
    private const string Hearer = "a:person-1";
    private const string Never = "01:00:00";

    /// <summary>Ends a test that has failed: what hangs here hangs for longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite", "00:00:01", Never)]
    [InlineData("SQLite", Never, "00:00:03")]
    [InlineData("PostgreSQL", "00:00:01", Never)]
    public async Task Calls_that_do_not_end_are_cut_off_at_the_limit_and_taken_up_by_the_next_start(string database, string calls, string all)
    {
        await using var stage = await Disaster.PrepareAsync(MakeStore(database), people: 2);
        var host = await BeginAsync(stage, Limits(calls, all));
        stage.FarSide.HoldDeeds();
        await stage.Crowd.SayAsync(Doer, "act slowly");
        await stage.FarSide.DeedAsync("act slowly", cancellationToken);
        await stage.ArrivedAsync("Echo act slowly", cancellationToken);
        stage.FarSide.Mood = Mood.Silent;
        await stage.Crowd.SayAsync(Hearer, "say something");
        await stage.ArrivedAsync("Echo say something", cancellationToken);

        await host.AskToStopAsync();
        (await host.EndAsync(cancellationToken, Patience)).ShouldContain("2 calls were cut off because the host stopped");

        // What must not be repeated is not; the message is sent once more, as the same, and what waited behind it follows.
        stage.FarSide.Mood = Mood.Well;
        stage.FarSide.LetDeedsEnd();
        await host.StartAsync(cancellationToken);
        await stage.ArrivedAsync("Unsure act slowly", cancellationToken);
        (await stage.ConcludeAsync(cancellationToken)).Held.ShouldBe(1);
        stage.FarSide.Deeds["act slowly"].ShouldBe(1);
        stage.FarSide.Count(Doer, "Unsure act slowly").ShouldBe(1);
        stage.FarSide.Arrivals.Where(arrival => arrival.IsRepeated).Select(arrival => arrival.Text).ShouldBe(["Echo say something"]);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Calls_that_end_within_the_limit_are_waited_for_and_not_made_again(string database)
    {
        await using var stage = await Disaster.PrepareAsync(MakeStore(database), people: 2);
        var host = await BeginAsync(stage, Limits(Never, Never));
        stage.FarSide.HoldDeeds();
        await stage.Crowd.SayAsync(Doer, "act slowly");
        await stage.FarSide.DeedAsync("act slowly", cancellationToken);
        await stage.ArrivedAsync("Echo act slowly", cancellationToken);
        stage.FarSide.HoldSends();
        await stage.Crowd.SayAsync(Hearer, "say something");
        await Condition.HoldsAsync(() => stage.FarSide.SendsUnderWay == 1);

        await host.AskToStopAsync();
        await host.CloseAsync(cancellationToken);
        stage.FarSide.LetDeedsEnd();
        stage.FarSide.LetSendsEnd();
        (await host.EndAsync(cancellationToken, Patience)).ShouldNotContain("cut off");

        await using (var books = stage.Store.Open())
        {
            (await books.EffectsAsync(cancellationToken, OutboxStatus.Started, OutboxStatus.Unknown, OutboxStatus.Failed)).ShouldBeEmpty();
        }

        await host.StartAsync(cancellationToken);
        await stage.ArrivedAsync("Did act slowly", cancellationToken);
        (await stage.ConcludeAsync(cancellationToken)).Held.ShouldBe(0);
        stage.FarSide.Deeds["act slowly"].ShouldBe(1);
        stage.FarSide.Count(Doer, "Did act slowly").ShouldBe(1);
        stage.FarSide.Arrivals.ShouldAllBe(arrival => !arrival.IsRepeated);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("block")]
    public async Task A_plugin_that_does_not_heed_the_end_keeps_no_host(string how)
    {
        await using var stage = await Disaster.PrepareAsync(MakeStore("SQLite"), people: 0);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken, new Dictionary<string, string>(Limits("00:00:01", Never), StringComparer.Ordinal) { ["PluginLimits__SendWithin"] = "00:10:00" });
        await SayToBadAsync(host, "Hello");
        await SayToBadAsync(host, $"{how} now");
        await ListedAsync(host, "open");

        await host.AskToStopAsync();
        (await host.EndAsync(cancellationToken, Patience)).ShouldContain("cut off");

        // It may have arrived: it is sent once more, and then it cannot be told.
        await host.StartAsync(cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal) { ["PluginLimits__SendWithin"] = "00:00:01" });
        await ListedAsync(host, "unknown");
    }

    [Fact]
    public async Task A_request_that_does_not_end_keeps_no_host()
    {
        await using var stage = await Disaster.PrepareAsync(MakeStore("SQLite"), people: 2);
        var host = await BeginAsync(stage, Limits(Never, "00:00:03"));
        using var client = new TcpClient();
        await client.ConnectAsync(host.Url.Host, host.Url.Port, cancellationToken);
        var trickling = TrickleAsync(client, host.Url);
        await stage.Crowd.SayAsync(Hearer, "say something");

        await host.AskToStopAsync();
        await host.EndAsync(cancellationToken, Patience);
        await trickling;

        await host.StartAsync(cancellationToken);
        await stage.ConcludeAsync(cancellationToken);
    }

    [Fact]
    public async Task While_it_serves_on_it_says_that_it_drains_and_answers_what_still_comes()
    {
        await using var stage = await Disaster.PrepareAsync(MakeStore("SQLite"), people: 2);
        var host = await BeginAsync(
            stage, new Dictionary<string, string>(StringComparer.Ordinal) { ["Shutdown__ServeOn"] = Never, ["Shutdown__Limit"] = "02:00:00" });
        (await host.HealthAsync("ready", cancellationToken)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.OK);

        await host.AskToStopAsync();
        await Condition.HoldsAsync(async () => (await host.HealthAsync("ready", cancellationToken))?.Status != HttpStatusCode.OK);
        var ready = (await host.HealthAsync("ready", cancellationToken)).ShouldNotBeNull();
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Body.ShouldContain("draining");
        (await host.HealthAsync("live", cancellationToken)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.OK);
        await stage.Crowd.SayAsync(Hearer, "say something");
        await stage.ArrivedAsync("Echo say something", cancellationToken);

        await host.KillAsync();
        await host.StartAsync(cancellationToken);
        await stage.ConcludeAsync(cancellationToken);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Stops_and_starts_while_people_write_lose_nothing_and_repeat_nothing(string database)
    {
        const int stops = 4;
        await using var stage = await Disaster.PrepareAsync(MakeStore(database), people: 20);

        // Nobody loses a lease here, however busy the machine: what a node had begun before it would be unknown to it afterwards.
        var limits = new Dictionary<string, string>(Limits(Never, Never), StringComparer.Ordinal) { ["Node__Lease"] = "00:01:00" };
        var host = await BeginAsync(stage, limits, isQuiet: false);
        var random = new Random(20261122);
        for (var stop = 0; stop < stops; stop++)
        {
            await Task.Delay(random.Next(200, 600), cancellationToken);
            stage.NoteUnderWay();
            await host.StopAsync(cancellationToken);
            await host.StartAsync(cancellationToken, limits);
        }

        var left = await stage.ConcludeAsync(cancellationToken);
        TestContext.Current.SendDiagnosticMessage($"{stops} stops, {stage.Tell(left)}");
        stage.Hits.ShouldBeGreaterThan(0);
        (left.Held, left.SetAside).ShouldBe((0, 0));
        stage.FarSide.Arrivals.ShouldAllBe(arrival => !arrival.IsRepeated);
    }

    private static Func<string, Task<IStoreUnderTest>> MakeStore(string database) =>
        database == "SQLite" ? folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)) : PostgresStore.MakeAsync;

    /// <param name="calls">How long calls may go on.</param>
    /// <param name="all">How long stopping may take altogether.</param>
    private static Dictionary<string, string> Limits(string calls, string all) => new(StringComparer.Ordinal)
    {
        ["Node__Lease"] = "00:00:02",
        ["Outbox__ShutdownLimit"] = calls,
        ["PluginLimits__SendWithin"] = "00:10:00",
        ["Shutdown__Limit"] = all,
        ["Shutdown__ServeOn"] = "00:00:00",
    };

    // Everybody has been asked the first question, and whoever writes next answers one.
    private async Task<FaultHost> BeginAsync(Disaster stage, IReadOnlyDictionary<string, string> variables, bool isQuiet = true)
    {
        await stage.Hosts[0].StartAsync(cancellationToken, variables);
        await Condition.HoldsAsync(() => stage.Crowd.Acknowledged.Keys.All(person => stage.FarSide.Count(person, "Next?") > 0));
        if (isQuiet)
        {
            await stage.Crowd.FallSilentAsync();
        }

        return stage.Hosts[0];
    }

    // Fast enough not to be sent away, and for longer than the test's patience.
    private async Task TrickleAsync(TcpClient client, Uri host)
    {
        const int most = 65_536;
        const int pace = 300;
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: {host.Authority}\r\nContent-Length: {most}\r\n\r\n"), cancellationToken);
            for (var written = 0; written < most; written += pace)
            {
                await stream.WriteAsync(new byte[Math.Min(pace, most - written)], cancellationToken);
                await Task.Delay(500, cancellationToken);
            }
        }
        catch (IOException)
        {
            // The host has closed the door.
        }
    }

    private Task<string> ListedAsync(FaultHost host, string status) =>
        host.RunCommandAsync(output => output.Contains("bad/deaf", StringComparison.Ordinal), cancellationToken, "outbox", "list", "--status", status);

    private async Task SayToBadAsync(FaultHost host, string text)
    {
        using var http = new HttpClient();
        using var content = new StringContent(text);
        using var answer = await http.PostAsync(new Uri(host.Url, $"/channels/bad/well/deaf/{Uri.EscapeDataString(text)}"), content, cancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
