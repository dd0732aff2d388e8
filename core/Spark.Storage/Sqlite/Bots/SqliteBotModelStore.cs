using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Storage.Sqlite.Bots;

/// <summary>Trained classifiers of bots in SQLite.</summary>
internal sealed class SqliteBotModelStore(SqliteDatabase database) : IBotModelStore
{
    public async ValueTask PutAsync(string bot, string version, IReadOnlyList<BotModel> models, CancellationToken cancellationToken)
    {
        foreach (var model in models)
        {
            var bytes = model.Bytes.ToArray();
            await database.Writer.WriteAsync(statements => statements.PutBotModel.Bind(bot).Bind(version).Bind(model.Key).Bind(bytes).Run()).WaitAsync(cancellationToken);
        }
    }

    public ValueTask<IReadOnlyList<BotModel>> ReadAsync(string bot, string version, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<BotModel>>(
            statements =>
            {
                var models = new List<BotModel>();
                using var rows = statements.BotModels.Bind(bot).Bind(version).Read();
                while (rows.Next())
                {
                    models.Add(new(rows.Text(0), rows.Bytes(1).ToArray()));
                }

                return models;
            },
            cancellationToken);
}
