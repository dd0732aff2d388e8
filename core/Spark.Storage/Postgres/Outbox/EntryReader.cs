using System.Text.Json;
using Npgsql;
using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres.Conversations;

namespace Spark.Storage.Postgres.Outbox;

/// <summary>Reads effects. What the channel told of a conversation stands in its state, which is decoded once for rows that follow each other.</summary>
internal sealed class EntryReader
{
    public const string Columns =
        """
        o.conversation, o.sequence, o.position, o.status, o.epoch, o.cause, o.attempts, o.may_have_arrived, o.late, o.created_at, o.due_at,
        o.answered_by, o.reason, o.node, c.instance, c.external_id, c.epoch, e.effects, c.state, o.trace
        """;

    public const string Joins =
        "JOIN conversations c ON c.conversation = o.conversation JOIN events e ON e.conversation = o.conversation AND e.sequence = o.sequence";

    private ConversationKey? known;
    private JsonElement? details;

    public OpenEntry Read(NpgsqlDataReader row)
    {
        var conversation = ConversationKey.FromBytes(row.GetFieldValue<byte[]>(0));
        var position = row.GetInt32(2);
        return new(
            new()
            {
                Address = new(conversation, new(row.GetInt64(1), position)),
                Status = (OutboxStatus)row.GetInt16(3),
                Epoch = row.GetInt32(4),
                Cause = row.GetInt64(5),
                Attempts = row.GetInt32(6),
                MayHaveArrived = row.GetBoolean(7),
                IsLate = row.GetBoolean(8),
                CreatedAt = UnixTime.Read(row.GetInt64(9)),
                DueAt = row.IsDBNull(10) ? null : UnixTime.Read(row.GetInt64(10)),
                AnsweredBy = row.IsDBNull(11) ? null : row.GetInt64(11),
                Instance = row.GetString(14),
                ExternalId = row.GetString(15),
                Effect = EffectLines.Read(row.GetFieldValue<byte[]>(17), position),
                ChannelDetails = DetailsOf(conversation, row),
                TraceParent = row.IsDBNull(19) ? null : row.GetString(19),
            },
            row.GetInt32(16));
    }

    public ListedEffect ReadListed(NpgsqlDataReader row) => new(Read(row).Entry, row.IsDBNull(12) ? null : row.GetString(12), row.GetInt64(13));

    private JsonElement? DetailsOf(ConversationKey conversation, NpgsqlDataReader row)
    {
        if (known != conversation)
        {
            details = ConversationJson.ReadState(row.GetFieldValue<byte[]>(18)).ChannelDetails;
            known = conversation;
        }

        return details;
    }
}
