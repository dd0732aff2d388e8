using Spark.Runtime.Drafts;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Drafts;

/// <summary>Drafts of bots in PostgreSQL.</summary>
internal sealed class PostgresDraftStore(PostgresDatabase database) : IDraftStore
{
    // Of two first saves at once the second finds the row that the first has made, with another number than it has seen.
    private const string Put =
        """
        INSERT INTO drafts (bot, number, saved_at, saved_by, files)
        SELECT $1, $2 + 1, $3, $4, $5 WHERE coalesce((SELECT number FROM drafts WHERE bot = $1), 0) = $2
        ON CONFLICT (bot) DO UPDATE SET number = excluded.number, saved_at = excluded.saved_at, saved_by = excluded.saved_by, files = excluded.files
        WHERE drafts.number = $2
        """;

    public async ValueTask<BotFilesDraft?> FindAsync(string bot, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(
            "SELECT number, saved_at, saved_by, files FROM drafts WHERE bot = $1",
            row => new BotFilesDraft(bot, row.GetInt64(0), UnixTime.Read(row.GetInt64(1)), row.GetString(2), DraftFiles.Read(row.GetFieldValue<byte[]>(3))),
            cancellationToken,
            Of(bot));
        return found.Count > 0 ? found[0] : null;
    }

    public async ValueTask<bool> TryPutAsync(BotFilesDraft draft, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            Put,
            cancellationToken,
            Of(draft.Bot),
            Of(draft.Number),
            Of(UnixTime.Of(draft.SavedAt)),
            Of(draft.SavedBy),
            Of(DraftFiles.Write(draft.Files))) == 1;

    public async ValueTask RemoveAsync(string bot, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("DELETE FROM drafts WHERE bot = $1", cancellationToken, Of(bot));
}
