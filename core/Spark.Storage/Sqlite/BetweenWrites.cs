using Microsoft.Data.Sqlite;

namespace Spark.Storage.Sqlite;

/// <summary>What the writer does between two transactions.</summary>
internal sealed class BetweenWrites(Action<SqliteConnection> work) : IWriteWork
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => completion.Task;

    public void Run(SqliteConnection connection)
    {
        try
        {
            work(connection);
            Complete();
        }
        catch (SqliteException thrown)
        {
            Fail(SqliteFaults.Translate(thrown));
        }
    }

    // It is no part of any transaction.
    public void Execute(WriterStatements statements) => throw new NotSupportedException();

    public void Complete() => completion.SetResult();

    public void Fail(Exception exception) => completion.SetException(exception);
}
