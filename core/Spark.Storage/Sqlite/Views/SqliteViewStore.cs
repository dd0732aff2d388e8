using Spark.Runtime.Views;

namespace Spark.Storage.Sqlite.Views;

/// <summary>Saved views in SQLite.</summary>
internal sealed class SqliteViewStore(SqliteDatabase database) : IViewStore
{
    public ValueTask<IReadOnlyList<SavedView>> ListAsync(string account, CancellationToken cancellationToken) => database.Readers.ReadAsync<IReadOnlyList<SavedView>>(
        statements =>
        {
            var views = new List<SavedView>();
            using var rows = statements.Views.Bind(account).Read();
            while (rows.Next())
            {
                views.Add(new(rows.Text(0), rows.Text(1), rows.Text(2)));
            }

            return views;
        },
        cancellationToken);

    public async ValueTask<bool> TryPutAsync(SavedView view, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(view, static (statements, it) => statements.Accounts.PutView
            .Bind(it.Owner).Bind(it.Name).Bind(it.Query).Bind(IViewStore.MostOfOne).Run() == 1).WaitAsync(cancellationToken);

    public async ValueTask<bool> RemoveAsync(string owner, string name, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((owner, name), static (statements, it) => statements.Accounts.RemoveView
            .Bind(it.owner).Bind(it.name).Run() == 1).WaitAsync(cancellationToken);
}
