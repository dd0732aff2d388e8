using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Bots;

/// <summary>Versions of bots in PostgreSQL.</summary>
internal sealed class PostgresBotVersionStore(PostgresDatabase database, TimeProvider time) : IBotVersionStore
{
    private const string Put = "INSERT INTO bot_versions (bot, version, kept_at, source) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private const string Find = "SELECT source FROM bot_versions WHERE bot = $1 AND version = $2";

    public async ValueTask PutAsync(string bot, string version, BotSource source, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            Put, cancellationToken, Of(bot), Of(version), Of(UnixTime.Of(time.GetUtcNow())), Of(ConversationJson.Write(source)));

    public async ValueTask<BotSource?> FindAsync(string bot, string version, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(Find, row => row.GetFieldValue<byte[]>(0), cancellationToken, Of(bot), Of(version));
        return found.Count > 0 ? ConversationJson.ReadSource(found[0]) : null;
    }
}
