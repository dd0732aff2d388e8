using System.Collections.Concurrent;

namespace Spark.Simulators.ServiceNow.Access;

/// <summary>How many requests a user may make in an hour.</summary>
internal sealed class RateLimit(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string User, long Hour), int> counts = new();

    /// <summary>The limit; null for none.</summary>
    public int? PerHour { get; set; }

    /// <summary>Counts a request.</summary>
    /// <returns>How long the user has to wait; null when the request may go on.</returns>
    public TimeSpan? Count(string user)
    {
        if (PerHour is not { } limit)
        {
            return null;
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return counts.AddOrUpdate((user, now / 3600), 1, (_, count) => count + 1) > limit ? TimeSpan.FromSeconds(3600 - (now % 3600)) : null;
    }
}
