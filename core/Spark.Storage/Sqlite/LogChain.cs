using Microsoft.Data.Sqlite;
using Spark.Runtime.Outbox;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite;

/// <summary>Finds events and effects of a conversation without an index: along the chain from its newest event backwards.</summary>
internal sealed class LogChain(SqliteConnection connection) : IDisposable
{
    public Statement Newest { get; } = new(connection, "SELECT last_event, sequence FROM conversations WHERE conversation = ?1");

    public Statement Event { get; } = new(connection, "SELECT previous, sequence, data, effects FROM events WHERE id = ?1");

    public Statement Effect { get; } = new(connection, $"{OutboxRow.Select} WHERE o.id = ?1");

    /// <summary>The effects of an event: the first row that they can have, and the first of the next event.</summary>
    public Statement Effects { get; } = new(connection, $"{OutboxRow.Select} WHERE o.id >= ?1 AND o.id < ?2 ORDER BY o.id");

    private Statement Troubled { get; } = new(
        connection,
        """
        SELECT id FROM outbox INDEXED BY outbox_troubled_address
        WHERE conversation = (SELECT id FROM conversations WHERE conversation = ?1) AND sequence = ?2 AND position = ?3 AND status IN (11, 12)
        """);

    /// <summary>The row of an effect that failed or is unknown; null when it is neither.</summary>
    public long? FindTroubled(EffectAddress address) =>
        Troubled.Number(address.Conversation.ToBytes(), address.Effect.Sequence, address.Effect.Index);

    /// <summary>The row of any effect; null when there is none, or its event has left.</summary>
    public long? FindEffect(EffectAddress address)
    {
        for (var id = Newest.Number(address.Conversation.ToBytes()) ?? 0; id != 0;)
        {
            using var row = Event.Read(id);
            if (!row.Read() || row.Number(1) < address.Effect.Sequence)
            {
                return null;
            }

            if (row.Number(1) == address.Effect.Sequence)
            {
                return OutboxRow.IdOf(id, address.Effect.Index);
            }

            id = row.Number(0);
        }

        return null;
    }

    public void Dispose()
    {
        Newest.Dispose();
        Event.Dispose();
        Effect.Dispose();
        Effects.Dispose();
        Troubled.Dispose();
    }
}
