namespace Spark.Storage.Sqlite;

/// <summary>A write with a result.</summary>
/// <param name="execute">What it does, on the writer's connection.</param>
internal sealed class WriteWork<T>(Func<WriterStatements, T> execute) : IWriteWork
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => completion.Task;

    public void Execute(WriterStatements statements) => result = execute(statements);

    public void Complete() => completion.SetResult(result!);

    public void Fail(Exception exception) => completion.SetException(exception);
}
