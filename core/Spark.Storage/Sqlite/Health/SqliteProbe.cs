using System.Buffers.Binary;
using Spark.Runtime.Health;
using Spark.Runtime.Stores;

namespace Spark.Storage.Sqlite.Health;

/// <summary>Ready means that the database can be written, which a read would not tell.</summary>
internal sealed class SqliteProbe(SqliteDatabase database, TimeProvider time) : IReadinessProbe
{
    public string Name => "database";

    public async ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var now = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(now, time.GetUtcNow().ToUnixTimeMilliseconds());
        try
        {
            await database.Writer.WriteAsync(statements => statements.PutSetting.Bind("probed-at").Bind(now).Run()).WaitAsync(cancellationToken);
            return null;
        }
        catch (StoreUnavailableException away)
        {
            return away.Message;
        }
    }
}
