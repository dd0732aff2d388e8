using Spark.Engine.Conversations;
using Spark.Runtime.Turns;
using Spark.Storage.Rows;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>Conversations in SQLite.</summary>
internal sealed class SqliteConversationStore(SqliteDatabase database) : IConversationStore
{
    public ValueTask<LoadedConversation> LoadAsync(ConversationKey key, IReadOnlyList<SeenKey> keys, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => Load(statements, key.ToBytes(), keys), cancellationToken);

    public async ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        var turn = EncodedTurn.Of(commit);
        return await database.Writer.WriteAsync(statements => TurnWrite.Execute(statements, turn, database.Node.Id)).WaitAsync(cancellationToken);
    }

    // The revision first: one that rises afterwards is found out by the write. Then the state: a turn that is committed between it and the
    // keys is either found by its key or found out by its sequence.
    private static LoadedConversation Load(ReaderStatements statements, byte[] key, IReadOnlyList<SeenKey> keys)
    {
        var revision = statements.Revision.Number() ?? 0;
        long id;
        LoadedConversation loaded;
        using (var row = statements.State.Read(key))
        {
            if (!row.Read())
            {
                return new(null, 0, null, revision);
            }

            id = row.Number(0);
            loaded = new(
                ConversationJson.ReadState(row.Bytes(2)), row.Number(1), null, revision, row.IsNull(3) ? null : UnixTime.Read(row.Number(3)));
        }

        return TurnWrite.FindSeen(statements.Seen, id, keys) is { } first ? loaded with { DuplicateOf = first } : loaded;
    }
}
