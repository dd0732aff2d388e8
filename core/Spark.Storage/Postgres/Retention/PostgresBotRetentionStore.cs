using Npgsql;
using Spark.Runtime.Retention;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Retention;

/// <summary>Deletes by the bots' times in PostgreSQL. Several nodes may do so at once: a row goes once.</summary>
internal sealed class PostgresBotRetentionStore(PostgresDatabase database) : IBotRetentionStore
{
    public ValueTask<IReadOnlyList<string>> BotsAsync(CancellationToken cancellationToken) =>
        database.Sessions.RunAsync<IReadOnlyList<string>>(
            async (connection, token) =>
            {
                var bots = new List<string>();
                while (await connection.ReadAsync(WideStatements.NextBot.Sql, row => row.IsDBNull(0) ? null : row.GetString(0), token, Of(bots.Count == 0 ? "" : bots[^1])) is [{ } bot])
                {
                    bots.Add(bot);
                }

                return bots;
            },
            cancellationToken);

    public ValueTask<BotEpisodesGone> PruneAsync(string bot, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken) =>
        RunAsync(WideStatements.PruneBot.Sql, bot, endedBefore, limit, cancellationToken);

    public ValueTask<BotEpisodesGone> CountAsync(string bot, DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        RunAsync(WideStatements.CountOfBot.Sql, bot, endedBefore, IBotRetentionStore.MostCounted, cancellationToken);

    private async ValueTask<BotEpisodesGone> RunAsync(string sql, string bot, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken) =>
        (await database.Sessions.ReadAsync(
            sql, (NpgsqlDataReader row) => new BotEpisodesGone(row.GetInt32(0), row.GetInt32(1)), cancellationToken, Of(bot), Of(UnixTime.Of(endedBefore)), Of(limit)))[0];
}
