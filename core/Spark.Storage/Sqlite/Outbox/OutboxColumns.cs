using Microsoft.Data.Sqlite;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>How outbox rows are read.</summary>
internal static class OutboxColumns
{
    public const string Select =
        """
        SELECT o.conversation, o.sequence, o.position, o.status, o.epoch, o.cause, o.attempts, o.may_have_arrived, o.created_at, o.due_at,
               o.answered_by, o.data, c.instance, c.external_id, c.epoch
        FROM outbox o JOIN conversations c ON c.conversation = o.conversation
        """;

    public static OpenEntry Read(SqliteDataReader row) => new(
        new()
        {
            Address = new(ConversationKey.FromBytes(row.GetFieldValue<byte[]>(0)), new(row.GetInt64(1), row.GetInt32(2))),
            Status = (OutboxStatus)row.GetInt32(3),
            Epoch = row.GetInt32(4),
            Cause = row.GetInt64(5),
            Attempts = row.GetInt32(6),
            MayHaveArrived = row.GetBoolean(7),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
            DueAt = row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
            AnsweredBy = row.IsDBNull(10) ? null : row.GetInt64(10),
            Effect = ConversationJson.ReadEffect(row.GetFieldValue<byte[]>(11)),
            Instance = row.GetString(12),
            ExternalId = row.GetString(13),
        },
        row.GetInt32(14));
}
