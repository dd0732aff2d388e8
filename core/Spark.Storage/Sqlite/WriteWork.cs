namespace Spark.Storage.Sqlite;

/// <summary>A write with a result.</summary>
/// <param name="argument">What it needs.</param>
/// <param name="execute">What it does, on the writer's connection.</param>
internal sealed class WriteWork<TArgument, TResult>(TArgument argument, Func<WriterStatements, TArgument, TResult> execute) : IWriteWork
{
    private readonly TaskCompletionSource<TResult> completion = new();
    private TResult? result;

    public Task<TResult> Task => completion.Task;

    public void Execute(WriterStatements statements) => result = execute(statements, argument);

    public void Complete() => completion.SetResult(result!);

    public void Fail(Exception exception) => completion.SetException(exception);
}
