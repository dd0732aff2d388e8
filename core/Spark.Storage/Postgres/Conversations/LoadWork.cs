using Spark.Runtime.Turns;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>A conversation that waits to be loaded.</summary>
internal sealed class LoadWork(ConversationKey conversation, IReadOnlyList<SeenKey> keys)
{
    private readonly TaskCompletionSource<LoadedRow> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public byte[] Conversation { get; } = conversation.ToBytes();

    public IReadOnlyList<byte[]> Keys { get; } = [.. keys.Select(SeenHash.Of)];

    public Task<LoadedRow> Task => completion.Task;

    public void Complete(LoadedRow row) => completion.TrySetResult(row);

    public void Fail(Exception exception) => completion.TrySetException(exception);
}
