namespace Spark.Scenarios.Tests.Support;

/// <summary>Desks that the tests of a class share, one a wire profile: their conversations have nothing to do with each other.</summary>
public sealed class SparkcentralDesks : IAsyncLifetime
{
    private readonly Dictionary<string, SparkcentralDesk> desks = new(StringComparer.Ordinal);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<SparkcentralDesk> OfAsync(string profile)
    {
        if (!desks.TryGetValue(profile, out var desk))
        {
            desks[profile] = desk = await SparkcentralDesk.StartAsync(profile);
        }

        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in desks.Values)
        {
            await desk.DisposeAsync();
        }
    }
}
