using Spark.Access;
using Spark.Runtime.Access;

namespace Spark.Host.Administration;

/// <summary>What commands write into the audit when they change a database that no host serves.</summary>
internal static class CommandAudit
{
    /// <summary>Who works at the command line, as far as the machine knows.</summary>
    public static string Actor => $"command:{Environment.UserName}";

    /// <summary>Writes an entry.</summary>
    /// <param name="services">The services over the database.</param>
    /// <param name="what">What was done.</param>
    /// <param name="subject">Whom or what it concerns; null for nothing in particular.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task WriteAsync(IServiceProvider services, string what, string? subject, CancellationToken cancellationToken) =>
        await new AuditTrail(services.GetRequiredService<IAuditStore>(), services.GetRequiredService<TimeProvider>())
            .WriteAsync(new AuditEntry { Actor = Actor, What = what, Subject = subject }, cancellationToken);
}
