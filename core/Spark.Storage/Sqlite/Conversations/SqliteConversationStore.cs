using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>Conversations in SQLite.</summary>
internal sealed class SqliteConversationStore(SqliteDatabase database) : IConversationStore
{
    public ValueTask<LoadedConversation> LoadAsync(ConversationKey key, IReadOnlyList<SeenKey> keys, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => Load(statements, key.ToBytes(), keys), cancellationToken);

    public async ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        var turn = Encode(commit);
        return await database.Writer.WriteAsync(statements => TurnWrite.Execute(statements, turn)).WaitAsync(cancellationToken);
    }

    private static EncodedTurn Encode(TurnCommit commit)
    {
        try
        {
            return new(commit);
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException or NotSupportedException or JsonException or ExpressionException)
        {
            throw new UnstorableTurnException($"The turn cannot be written as JSON ({mistake.GetType().Name}).", mistake);
        }
    }

    // The state first: a turn that is committed between the two reads is then either found by its key or found out by its sequence.
    private static LoadedConversation Load(ReaderStatements statements, byte[] key, IReadOnlyList<SeenKey> keys)
    {
        var (state, sequence) = ReadState(statements, key);
        return new(state, sequence, sequence == 0 ? null : TurnWrite.FindSeen(statements.Seen, key, keys));
    }

    private static (ConversationState? State, long Sequence) ReadState(ReaderStatements statements, byte[] key)
    {
        using var row = statements.State.Read(key);
        return row.Read()
            ? (ConversationJson.ReadState(row.GetFieldValue<byte[]>(1)), row.GetInt64(0))
            : (null, 0);
    }
}
