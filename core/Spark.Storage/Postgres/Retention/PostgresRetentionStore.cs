using Spark.Runtime.Retention;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Retention;

/// <summary>Deletes old rows in PostgreSQL. Several nodes may do so at once: a row goes once.</summary>
internal sealed class PostgresRetentionStore(PostgresDatabase database) : IRetentionStore
{
    public ValueTask<Pruned> PruneAsync(RetentionLimits before, int limit, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync(
            async (connection, token) =>
            {
                var events = await connection.ExecuteAsync(WideStatements.PruneEvents.Sql, token, Of(UnixTime.Of(before.Events)), Of(limit));
                var seen = await connection.ExecuteAsync(WideStatements.PruneSeen.Sql, token, Of(UnixTime.Of(before.Seen)), Of(limit));
                var episodes = await connection.ExecuteAsync(WideStatements.PruneEpisodes.Sql, token, Of(UnixTime.Of(before.Events)), Of(limit));
                var links = await connection.ExecuteAsync(WideStatements.PruneLinks.Sql, token, Of(UnixTime.Of(before.Events)), Of(limit));
                var people = await connection.ExecuteAsync(WideStatements.PrunePersonVariables.Sql, token, Of(UnixTime.Of(before.Now)), Of(limit));
                var escalations = await connection.ExecuteAsync(WideStatements.PruneEscalations.Sql, token, Of(UnixTime.Of(before.Events)), Of(limit));
                var files = await connection.ExecuteAsync(WideStatements.PruneFiles.Sql, token, Of(UnixTime.Of(before.Events)), Of(limit));
                int[] pages = [events, seen, episodes, links, people, escalations, files];
                return new Pruned(pages.Sum(), pages.All(rows => rows < limit));
            },
            cancellationToken);
}
