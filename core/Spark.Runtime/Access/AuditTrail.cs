using Spark.Access;
using Spark.Runtime.Stores;
using Spark.Runtime.Texts;

namespace Spark.Runtime.Access;

/// <summary>The audit, as it is lent to plugins.</summary>
public sealed class AuditTrail(IAuditStore store, TimeProvider time) : IAuditTrail
{
    /// <inheritdoc/>
    public async ValueTask WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            await store.AddAsync(
                new(
                    0,
                    time.GetUtcNow(),
                    WellFormedText.Clean(entry.Actor),
                    WellFormedText.Clean(entry.What),
                    entry.Subject is { } subject ? WellFormedText.Clean(subject) : null,
                    entry.Details is { } details ? WellFormedText.Clean(details).GetRawText() : null),
                cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            throw new PluginNotReadyException(away.Message, away);
        }
    }
}
