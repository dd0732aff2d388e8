using Microsoft.Data.Sqlite;
using Spark.Tests;

namespace Spark.Scenarios.Tests.Support;

/// <summary>A host whose channel takes messages of any age, for the tests of a class to share, and its log.</summary>
public sealed class WebhookHost : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal SparkHost Host { get; private set; } = null!;

    internal HttpClient Http => Host.Http;

    public async ValueTask InitializeAsync() => Host = await StartAsync(maxSkewSeconds: 0, "data");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Starts a host of a test's own.</summary>
    internal Task<SparkHost> StartAsync(int maxSkewSeconds, string data) => SparkHost.StartAsync(
        folder.Write($"{data}.yaml", TestEnvironment.WithAnswers("it-support", maxSkewSeconds)), folder.Path(data), LoopbackPort.Free(), Token);

    /// <summary>How many events are stored.</summary>
    internal Task<long> EventsAsync(string data = "data") => CountAsync(data, "SELECT count(*) FROM events", "");

    /// <summary>How many turns a conversation has had.</summary>
    internal Task<long> TurnsAsync(string conversation) => CountAsync("data", "SELECT coalesce(max(sequence), 0) FROM conversations WHERE external_id = $id", conversation);

    private async Task<long> CountAsync(string data, string sql, string conversation)
    {
        var path = Directory.EnumerateFiles(folder.Path(data), "*.db").Single();
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The two texts above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$id", conversation);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
