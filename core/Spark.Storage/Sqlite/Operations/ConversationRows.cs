using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>How conversations are read for operators.</summary>
internal static class ConversationRows
{
    public const string Select = "SELECT c.id, c.key, c.instance, c.external_id, c.sequence, c.owner, c.began_at, c.changed_at";

    public static ConversationSummary Read(in Rows row) => new(
        ConversationKey.FromBytes(row.Bytes(1)), row.Text(2), row.Text(3), row.Long(4), (Owner)row.Int(5), row.Time(6), row.Time(7));
}
