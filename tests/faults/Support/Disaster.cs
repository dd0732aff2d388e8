namespace Spark.Faults.Tests.Support;

/// <summary>The stage of a test: the far side, a database, some hosts, and people who write to them.</summary>
internal sealed class Disaster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string folder = Directory.CreateTempSubdirectory("spark-faults-").FullName;

    private Disaster(FarSide farSide)
    {
        FarSide = farSide;
    }

    public FarSide FarSide { get; }

    public IStoreUnderTest Store { get; private set; } = null!;

    public IReadOnlyList<FaultHost> Hosts { get; private set; } = [];

    public Crowd Crowd { get; private set; } = null!;

    /// <summary>How much was on its way when the hosts were struck, blow by blow.</summary>
    public List<int> UnderWay { get; } = [];

    /// <summary>How many blows met something on its way.</summary>
    public int Hits => UnderWay.Count(count => count > 0);

    /// <summary>Sets the stage. No host runs yet, and the people begin to write at once: they wait for one.</summary>
    /// <param name="makeStore">Makes the database; it gets a folder.</param>
    /// <param name="hosts">How many hosts there are.</param>
    /// <param name="people">How many people there are.</param>
    /// <param name="words">What the people's n-th message begins with; without it, every third asks for a deed.</param>
    public static async Task<Disaster> PrepareAsync(
        Func<string, Task<IStoreUnderTest>> makeStore, int hosts = 1, int people = 40, Func<int, string>? words = null)
    {
        var farSide = await FarSide.StartAsync(Spark.Tests.LoopbackPort.Free());
        var stage = new Disaster(farSide);
        var environment = Path.Combine(stage.folder, "environment.yaml");
        await File.WriteAllTextAsync(environment, $$"""
            publicUrl: {{farSide.Url.ToString().TrimEnd('/')}}
            channels:
              wire: { plugin: wire, bot: torture, paths: [/api/messages], allowPrivate: true }
              bad: { plugin: bad, bot: parrot }
            """);
        stage.Store = await makeStore(Path.Combine(stage.folder, "data-0"));
        stage.Hosts = [.. Enumerable.Range(0, hosts).Select(i => new FaultHost(stage.Store, environment, Path.Combine(stage.folder, $"data-{i}")))];
        stage.Crowd = new(farSide, [.. stage.Hosts.Select(host => host.Url)], people, words ?? (number => number % 3 == 0 ? "act" : "say"));
        return stage;
    }

    /// <summary>Notes what is on its way at this instant: messages to a host, messages to the far side, deeds.</summary>
    public void NoteUnderWay() => UnderWay.Add(Crowd.UnderWay + FarSide.SendsUnderWay + FarSide.DeedsUnderWay);

    /// <summary>
    /// With hosts that run: lets everybody finish, writes one last message in each conversation, waits for its answer (no conversation is
    /// stuck, and what waited before it has left), ends the hosts, and checks what must hold.
    /// </summary>
    /// <returns>What is left behind.</returns>
    public async Task<Aftermath> ConcludeAsync(CancellationToken cancellationToken)
    {
        await Crowd.FallSilentAsync();
        var conversations = Crowd.Acknowledged.Keys.ToList();
        await Task.WhenAll(conversations.Select(conversation => Crowd.SayAsync(conversation, $"say the last word of {conversation}")));
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (Stuck(conversations) is { Count: > 0 } stuck)
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, $"no last answer in {string.Join(", ", stuck)}");
            await Task.Delay(50, cancellationToken);
        }

        foreach (var host in Hosts)
        {
            await host.StopAsync(cancellationToken);
        }

        await using var books = Store.Open();
        return await Invariants.HoldAsync(Crowd.Acknowledged, FarSide, books, Hosts.Sum(host => host.Losses), cancellationToken);
    }

    /// <summary>What was seen, in one line.</summary>
    public string Tell(Aftermath left) =>
        $"{Hits} of them with something under way ({UnderWay.Average():0.0} on average); "
        + $"{Crowd.Acknowledged.Sum(pair => pair.Value.Count)} messages acknowledged in {Crowd.Posts} requests; "
        + $"{FarSide.Arrivals.Count} arrivals, {FarSide.Arrivals.Count(arrival => arrival.IsRepeated)} of them repeated; "
        + $"{FarSide.Deeds.Count} deeds, {left.Held} actions held as unknown; "
        + $"{left.SetAside} messages set aside, {left.Missing} of them without having arrived, {left.Overheard} messages said while the bot acted";

    /// <summary>Waits until a text has arrived.</summary>
    public Task ArrivedAsync(string text, CancellationToken cancellationToken) => ArrivedAsync(text, 1, cancellationToken);

    /// <summary>Waits until a text has arrived so many times.</summary>
    public Task ArrivedAsync(string text, int times, CancellationToken cancellationToken) =>
        WaitAsync(() => FarSide.Arrivals.Count(arrival => arrival.Text == text) >= times, text, cancellationToken);

    /// <summary>Waits until a text that begins so has arrived.</summary>
    public Task BegunAsync(string start, CancellationToken cancellationToken) =>
        WaitAsync(() => FarSide.Arrivals.Any(arrival => arrival.Text.StartsWith(start, StringComparison.Ordinal)), start, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Crowd.DisposeAsync();
        foreach (var host in Hosts)
        {
            await host.DisposeAsync();
        }

        await FarSide.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private List<string> Stuck(IReadOnlyList<string> conversations)
    {
        var last = FarSide.Arrivals
            .GroupBy(arrival => arrival.Conversation, StringComparer.Ordinal)
            .ToDictionary(lane => lane.Key, lane => lane.Select(arrival => arrival.Text).ToList(), StringComparer.Ordinal);
        return [.. conversations.Where(conversation =>
            !last.TryGetValue(conversation, out var texts)
            || texts.IndexOf($"Echo say the last word of {conversation}") is var echo && (echo < 0 || texts.IndexOf("Next?", echo) < 0))];
    }

    private static async Task WaitAsync(Func<bool> hasArrived, string text, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!hasArrived())
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, $"'{text}' has not arrived");
            await Task.Delay(50, cancellationToken);
        }
    }
}
