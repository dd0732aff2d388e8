using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>How rows of the outbox are read: what they are themselves, and with the effect, which lies in the log, and the conversation.</summary>
internal static class OutboxRows
{
    public const string Own =
        """
        SELECT o.id, o.conversation, o.sequence, o.position, o.status, o.epoch, o.cause, o.attempts, o.may_have_arrived, o.is_late,
               o.created_at, o.due_at, o.answered_by, o.reason, o.node
        """;

    public const string Columns = Own + ", e.effects, c.instance, c.external_id, c.epoch, c.state, o.trace";

    public const string SelectOpen = Columns + " FROM outbox o INDEXED BY outbox_open" + Joined;

    public const string SelectAnswered = Columns + " FROM outbox o INDEXED BY outbox_answered" + Joined;

    public const string SelectFailed = Columns + " FROM outbox o INDEXED BY outbox_failed" + Joined;

    /// <summary>The end of a statement that looks for a page's ids first, so that no payload is sorted.</summary>
    public const string OfPage =
        " AND id > ?1 ORDER BY id LIMIT ?3) page CROSS JOIN outbox o ON o.id = page.id" + Joined + " ORDER BY o.id";

    private const string Joined = " CROSS JOIN events e ON e.id = o.event CROSS JOIN conversations c ON c.key = o.conversation";

    public static long Id(in Rows row) => row.Long(0);

    public static OpenEntry Read(in Rows row) => new(ReadEntry(row), row.Int(18));

    public static ListedEffect ReadListed(in Rows row) => new(ReadEntry(row), row.TextOrNull(13), row.Long(14));

    public static OutboxEntry ReadOwn(in Rows row, Effect effect, string instance, string externalId) => new()
    {
        Address = new(ConversationKey.FromBytes(row.Bytes(1)), new(row.Long(2), row.Int(3))),
        Status = (OutboxStatus)row.Int(4),
        Epoch = row.Int(5),
        Cause = row.Long(6),
        Attempts = row.Int(7),
        MayHaveArrived = row.Flag(8),
        IsLate = row.Flag(9),
        CreatedAt = row.Time(10),
        DueAt = row.TimeOrNull(11),
        AnsweredBy = row.LongOrNull(12),
        Effect = effect,
        Instance = instance,
        ExternalId = externalId,
    };

    private static OutboxEntry ReadEntry(in Rows row) =>
        ReadOwn(row, EffectArray.Read(row.Bytes(15), row.Int(3)), row.Text(16), row.Text(17)) with
        {
            ChannelDetails = StoredDetails.Read(row.Bytes(19)),
            TraceParent = row.TextOrNull(20),
        };
}
