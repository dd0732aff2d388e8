using Spark.Runtime.Turns;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>A turn that waits to be written.</summary>
internal sealed class TurnWork(EncodedTurn turn) : WriterWork
{
    private readonly TaskCompletionSource<CommitOutcome> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EncodedTurn Turn => turn;

    public TurnCommit Commit => turn.Commit;

    public Task<CommitOutcome> Task => completion.Task;

    /// <summary>True when it was sent once, and is known not to have arrived.</summary>
    public bool IsRepeated { get; set; }

    public void Complete(CommitOutcome outcome) => completion.TrySetResult(outcome);

    public override void Fail(Exception exception) => completion.TrySetException(exception);
}
