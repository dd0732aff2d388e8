using Spark.Engine.Reading;
using Spark.Runtime.Bots;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Bots;

/// <summary>Trained classifiers of bots in PostgreSQL.</summary>
internal sealed class PostgresBotModelStore(PostgresDatabase database) : IBotModelStore
{
    private const string Put = "INSERT INTO bot_models (bot, version, key, model) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private const string Find = "SELECT key, model FROM bot_models WHERE bot = $1 AND version = $2 ORDER BY key";

    public async ValueTask PutAsync(string bot, string version, IReadOnlyList<BotModel> models, CancellationToken cancellationToken)
    {
        foreach (var model in models)
        {
            await database.Sessions.ExecuteAsync(Put, cancellationToken, Of(bot), Of(version), Of(model.Key), Of(model.Bytes.ToArray()));
        }
    }

    public async ValueTask<IReadOnlyList<BotModel>> ReadAsync(string bot, string version, CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(
            Find, row => new BotModel(row.GetString(0), row.GetFieldValue<byte[]>(1)), cancellationToken, Of(bot), Of(version));
}
