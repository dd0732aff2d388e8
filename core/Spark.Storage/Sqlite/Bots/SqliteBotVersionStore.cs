using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Storage.Sqlite.Bots;

/// <summary>Versions of bots in SQLite.</summary>
internal sealed class SqliteBotVersionStore(SqliteDatabase database, TimeProvider time) : IBotVersionStore
{
    public async ValueTask PutAsync(string bot, string version, BotSource source, CancellationToken cancellationToken)
    {
        var bytes = ConversationJson.Write(source);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await database.Writer.WriteAsync(statements => statements.PutBotVersion.Bind(bot).Bind(version).Bind(now).Bind(bytes).Run()).WaitAsync(cancellationToken);
    }

    public ValueTask<BotSource?> FindAsync(string bot, string version, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                using var rows = statements.BotVersion.Bind(bot).Bind(version).Read();
                return rows.Next() ? ConversationJson.ReadSource(rows.Bytes(0)) : null;
            },
            cancellationToken);
}
