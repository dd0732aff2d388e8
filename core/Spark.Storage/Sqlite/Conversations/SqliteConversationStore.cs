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
        database.Readers.ReadAsync(statements => Load(statements, key.ToBytes(), keys, database.Writer.Revision), cancellationToken);

    public ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) =>
        new(database.Writer.WriteAsync(Encode(commit), static (statements, it) => TurnWrite.Execute(statements, it)).WaitAsync(cancellationToken));

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

    // The state first: a turn that is committed between the two reads is then either found by its key or found out by its sequence. The
    // revision before it, for the same reason.
    private static LoadedConversation Load(ReaderStatements statements, byte[] key, IReadOnlyList<SeenKey> keys, long revision)
    {
        var (id, loaded) = ReadState(statements, key, revision);
        return id != 0 && TurnWrite.FindSeen(statements.Seen, id, keys) is { } first ? loaded with { DuplicateOf = first } : loaded;
    }

    private static (long Id, LoadedConversation Loaded) ReadState(ReaderStatements statements, byte[] key, long revision)
    {
        using var rows = statements.State.Bind(key).Read();
        return rows.Next()
            ? (rows.Long(0), new(ConversationJson.ReadState(rows.Bytes(2)), rows.Long(1), DuplicateOf: null, revision, rows.TimeOrNull(3)))
            : (0, new(State: null, Sequence: 0, DuplicateOf: null, revision));
    }
}
