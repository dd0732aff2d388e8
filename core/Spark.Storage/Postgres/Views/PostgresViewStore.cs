using Spark.Runtime.Views;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Views;

/// <summary>Saved views in PostgreSQL.</summary>
internal sealed class PostgresViewStore(PostgresDatabase database) : IViewStore
{
    // The bound keeps the table small; two saves at once may pass it by one, which hurts nobody.
    private const string Put =
        """
        INSERT INTO views (owner, name, query) SELECT $1, $2, $3 WHERE (SELECT count(*) FROM views WHERE owner = $1 AND name <> $2) < $4
        ON CONFLICT (owner, name) DO UPDATE SET query = excluded.query
        """;

    public ValueTask<IReadOnlyList<SavedView>> ListAsync(string account, CancellationToken cancellationToken) => database.Sessions.ReadAsync(
        "SELECT owner, name, query FROM views WHERE owner IN ('', $1) ORDER BY owner, name",
        row => new SavedView(row.GetString(0), row.GetString(1), row.GetString(2)),
        cancellationToken,
        Of(account));

    public async ValueTask<bool> TryPutAsync(SavedView view, CancellationToken cancellationToken) => await database.Sessions.ExecuteAsync(
        Put, cancellationToken, Of(view.Owner), Of(view.Name), Of(view.Query), Of(IViewStore.MostOfOne)) == 1;

    public async ValueTask<bool> RemoveAsync(string owner, string name, CancellationToken cancellationToken) => await database.Sessions.ExecuteAsync(
        "DELETE FROM views WHERE owner = $1 AND name = $2", cancellationToken, Of(owner), Of(name)) == 1;
}
