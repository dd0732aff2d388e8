using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres.Outbox;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Feeds;

/// <summary>The log of conversations in PostgreSQL.</summary>
internal sealed class PostgresConversationLog(PostgresDatabase database) : IConversationLog
{
    private const string Newest = "SELECT sequence FROM conversations WHERE conversation = $1";

    private const string Events = "SELECT sequence, data, fault FROM events WHERE conversation = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence";

    private const string Next = "SELECT min(sequence) FROM events WHERE conversation = $1 AND sequence > $2";

    private const string Effects =
        $"""
        SELECT {EntryReader.Columns} FROM outbox o {EntryReader.Joins}
        WHERE o.conversation = $1 AND o.sequence > $2 AND o.sequence <= $3 ORDER BY o.sequence, o.position
        """;

    // The newest sequence bounds the rest: a turn that commits between the statements is left to the next page, whole.
    public ValueTask<LogSlice?> ReadAsync(ConversationKey key, long after, long last, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync<LogSlice?>(
            async (connection, token) =>
            {
                var conversation = key.ToBytes();
                var newest = await connection.ReadAsync(Newest, row => row.GetInt64(0), token, Of(conversation));
                if (newest.Count == 0)
                {
                    return null;
                }

                var upTo = Math.Min(last, newest[0]);
                var events = await connection.ReadAsync(
                    Events,
                    row => (
                        Sequence: row.GetInt64(0),
                        Event: ConversationJson.ReadEvent(row.GetFieldValue<byte[]>(1)),
                        Fault: row.IsDBNull(2) ? null : ConversationJson.ReadFault(row.GetFieldValue<byte[]>(2))),
                    token,
                    Of(conversation),
                    Of(after),
                    Of(upTo));
                if (events.Count == 0)
                {
                    var next = upTo < newest[0]
                        ? await connection.ReadAsync(Next, row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), token, Of(conversation), Of(Math.Max(after, upTo)))
                        : [null];
                    return new(newest[0], [], next[0]);
                }

                var effects = await connection.ReadAsync(Effects, new EntryReader().Read, token, Of(conversation), Of(after), Of(upTo));
                var ofTurn = effects.ToLookup(effect => effect.Entry.Address.Effect.Sequence, effect => effect.Entry);
                return new(newest[0], [.. events.Select(turn => new LoggedTurn(turn.Sequence, turn.Event, [.. ofTurn[turn.Sequence]], turn.Fault))]);
            },
            cancellationToken);
}
