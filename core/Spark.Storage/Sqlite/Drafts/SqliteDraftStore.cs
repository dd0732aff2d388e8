using Spark.Runtime.Drafts;

namespace Spark.Storage.Sqlite.Drafts;

/// <summary>Drafts of bots in SQLite.</summary>
internal sealed class SqliteDraftStore(SqliteDatabase database) : IDraftStore
{
    public ValueTask<BotFilesDraft?> FindAsync(string bot, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            using var rows = statements.Draft.Bind(bot).Read();
            return rows.Next() ? new BotFilesDraft(bot, rows.Long(0), rows.Time(1), rows.Text(2), DraftFiles.Read(rows.Bytes(3))) : null;
        },
        cancellationToken);

    public async ValueTask<bool> TryPutAsync(BotFilesDraft draft, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((draft, Files: DraftFiles.Write(draft.Files)), static (statements, it) => statements.PutDraft
            .Bind(it.draft.Bot).Bind(it.draft.Number).Bind(it.draft.SavedAt.ToUnixTimeMilliseconds()).Bind(it.draft.SavedBy).Bind(it.Files)
            .Run() == 1).WaitAsync(cancellationToken);

    public async ValueTask RemoveAsync(string bot, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(bot, static (statements, it) => statements.RemoveDraft.Bind(it).Run()).WaitAsync(cancellationToken);
}
