using System.Globalization;

namespace Spark.Runtime.Outbox;

/// <summary>What becomes of an effect whose counted attempt may have begun in another process.</summary>
internal static class Reclaim
{
    /// <summary>So many processes may end with the call under way before it is not made any more.</summary>
    private const int MostCrashes = 3;

    /// <summary>True when an attempt was counted that nobody has told the end of.</summary>
    public static bool IsInDoubt(OutboxEntry entry) => entry is { Status: OutboxStatus.Claimed, Attempts: > 0, AnsweredBy: null };

    /// <summary>
    /// True when it must not be called again by itself. Attempts alone do not tell: also those count that the far side has answered. A
    /// second crash at least is told by the mark that the first has left.
    /// </summary>
    public static bool IsSetAside(OutboxEntry entry) => entry is { Attempts: >= MostCrashes, MayHaveArrived: true };

    /// <summary>Why it is set aside.</summary>
    /// <param name="entry">The effect.</param>
    /// <param name="plugin">The plugin that was called.</param>
    public static string ReasonOf(OutboxEntry entry, string plugin) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OutboxCodes.SetAside}: the process ended with its call to '{plugin}' under way, {entry.Attempts} attempts in all. It is not called again by itself.");

    /// <summary>As it is to be tried once more.</summary>
    public static OutboxEntry Renew(OutboxEntry entry) => entry with { Status = OutboxStatus.Pending, MayHaveArrived = true, DueAt = null };
}
