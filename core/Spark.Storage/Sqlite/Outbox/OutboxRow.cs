using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Rows;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>
/// How rows of the outbox are named and read. A row's number is its event's times <see cref="Most"/> and its position: one is found from the
/// other, and rows are appended in the order of time.
/// </summary>
internal static class OutboxRow
{
    /// <summary>How many effects a turn can have: more than it can take steps.</summary>
    public const int Most = 1024;

    private const string Columns =
        """
        SELECT c.conversation, o.sequence, o.position, o.status, o.epoch, o.cause, o.attempts, o.may_have_arrived, o.late, o.created_at, o.due_at,
               o.answered_by, o.reason, o.node, c.instance, c.external_id, c.epoch, e.effects, c.state, e.trace, o.id
        """;

    private const string Joins = "JOIN conversations c ON c.id = o.conversation JOIN events e ON e.id = o.id / 1024";

    public static readonly string Select = SelectFrom("outbox AS o");

    public static string SelectFrom(string outbox) => $"{Columns} FROM {outbox} {Joins}";

    public static long IdOf(long row, int position) => (row * Most) + position;

    public static long EventOf(long id) => id / Most;

    public static OpenEntry Read(Statement.Rows row) => new(
        new()
        {
            Address = new(ConversationKey.FromBytes(row.Bytes(0)), new(row.Number(1), (int)row.Number(2))),
            Status = (OutboxStatus)row.Number(3),
            Epoch = (int)row.Number(4),
            Cause = row.Number(5),
            Attempts = (int)row.Number(6),
            MayHaveArrived = row.Number(7) != 0,
            IsLate = row.Number(8) != 0,
            CreatedAt = UnixTime.Read(row.Number(9)),
            DueAt = row.IsNull(10) ? null : UnixTime.Read(row.Number(10)),
            AnsweredBy = row.IsNull(11) ? null : row.Number(11),
            Instance = row.Text(14),
            ExternalId = row.Text(15),
            Effect = EffectLines.Read(row.Bytes(17), (int)row.Number(2)),
            ChannelDetails = DetailsOf(row.Bytes(18)),
            TraceParent = row.IsNull(19) ? null : row.Text(19),
        },
        (int)row.Number(16));

    public static ListedEffect ReadListed(Statement.Rows row) => new(Read(row).Entry, row.IsNull(12) ? null : row.Text(12), row.Number(13));

    public static List<OpenEntry> ReadAll(Statement.Rows rows)
    {
        using (rows)
        {
            var entries = new List<OpenEntry>();
            while (rows.Read())
            {
                entries.Add(Read(rows));
            }

            return entries;
        }
    }

    private static JsonElement? DetailsOf(ReadOnlySpan<byte> state) => ConversationJson.ReadState(state).ChannelDetails;
}
