using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Spark.Scenarios.Tests.Support;
using Spark.Storage.Sqlite;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary><c>spark db check</c>, as an operator or their watch runs it: the exit code says whether there is something to mend, the lines what, where and how.</summary>
public sealed partial class DatabaseCheckTests : IDisposable
{
    // An effect of a conversation that is not there, as a hand that deletes too little leaves it.
    private const string Lost = "00112233445566778899aabbccddeeff";
    private const string Ahead = "ffeeddccbbaa99887766554433221100";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_PostgreSQL_damage_is_told_with_its_place_and_its_remedy_and_ends_with_one()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.StartAsync(Token);
        var database = cluster.ConnectionString("postgres");
        (await CheckAsync("--database", database)).ShouldSatisfyAllConditions(sound => sound.Code.ShouldBe(0, sound.Text), sound => sound.Text.ShouldContain("Nothing to mend."));

        await RunAsync(database, $"INSERT INTO outbox (sequence, cause, created_at, node, position, epoch, attempts, status, lane, awaited, desk, conversation) VALUES (3, 3, 1, 0, 0, 0, 0, 10, true, false, false, '\\x{Lost}')");
        await RunAsync(database, $"INSERT INTO conversations (sequence, began_at, changed_at, epoch, owner, format, conversation, instance, external_id, state) VALUES (2, 1, 1, 0, 0, 1, '\\x{Ahead}', 'web', 'c1', '{{\"sequence\":2}}')");
        await RunAsync(database, $"INSERT INTO events (sequence, cause, at, node, format, conversation, data) VALUES (1, 1, 1, 0, 1, '\\x{Ahead}', '{{}}')");
        var (code, text) = await CheckAsync("--database", database);

        code.ShouldBe(1, text);
        text.ShouldContain($"problem: 1 effects belong to conversations that are not there: {Lost}-3-0. Restore a backup; without one");
        text.ShouldContain($"problem: 1 conversations stand at another turn than their log: {Ahead}. Restore a backup; without one");
        text.ShouldContain("3 problems.");

        foreach (Match remedy in Remedy().Matches(text))
        {
            await RunAsync(database, remedy.Value);
        }

        await RunAsync(database, $"DELETE FROM events WHERE conversation = '\\x{Ahead}'");
        (await CheckAsync("--database", database)).ShouldSatisfyAllConditions(mended => mended.Code.ShouldBe(0, mended.Text), mended => mended.Text.ShouldNotContain("problem"));
    }

    [Fact]
    public async Task On_SQLite_damage_is_told_with_its_place_and_its_remedy_and_ends_with_one()
    {
        var data = folder.Path("data");
        Directory.CreateDirectory(data);
        await using (SqliteDatabase.Open(Path.Combine(data, SqliteDatabase.FileName), TimeProvider.System, NullLoggerFactory.Instance))
        {
        }

        (await CheckAsync("--data", data)).ShouldSatisfyAllConditions(sound => sound.Code.ShouldBe(0, sound.Text), sound => sound.Text.ShouldContain("Nothing to mend."));
        await RunOnFileAsync(data, "INSERT INTO timers VALUES (99, 1)");

        var (code, text) = await CheckAsync("--data", data);

        code.ShouldBe(1, text);
        text.ShouldContain("problem: 1 timers belong to conversations that are not there: conversation 99. Restore a backup; without one");
        await RunOnFileAsync(data, Remedy().Match(text).Value);
        (await CheckAsync("--data", data)).Code.ShouldBe(0);
    }

    private async Task<(int Code, string Text)> CheckAsync(params string[] where)
    {
        string[] data = where is ["--data", ..] ? [] : ["--data", folder.Path("none")];
        await using var spark = ChildProcess.StartDotnet(SparkHost.Assembly, ["db", "check", .. where, .. data]);
        var code = await spark.WaitForExitAsync(Token);
        return (code, spark.Output.Trim());
    }

    private static async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(Token);
#pragma warning disable CA2100 // The test's own statements, and those that an operator is told to run.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }

    private static async Task RunOnFileAsync(string data, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, SqliteDatabase.FileName)};Pooling=False");
        await connection.OpenAsync(Token);
#pragma warning disable CA2100 // As above.
        await using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }

    [GeneratedRegex("(?<=: )DELETE FROM .*$", RegexOptions.Multiline)]
    private static partial Regex Remedy();
}
