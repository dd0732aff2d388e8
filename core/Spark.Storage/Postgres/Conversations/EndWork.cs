using Spark.Runtime.Outbox;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>Effects whose end waits to be written.</summary>
internal sealed class EndWork(long node, IReadOnlyList<EndedEffect> ended) : WriterWork
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Node => node;

    public IReadOnlyList<EndedEffect> Ended => ended;

    public Task Task => completion.Task;

    public void Complete() => completion.TrySetResult();

    public override void Fail(Exception exception) => completion.TrySetException(exception);
}
