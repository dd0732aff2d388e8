namespace Spark.Access;

/// <summary>
/// The record of who did what, for operators. Throws <see cref="PluginNotReadyException"/> while the database is away. Since contract 1.2.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Writes an entry; it is on disk when this completes.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask WriteAsync(AuditEntry entry, CancellationToken cancellationToken);
}
