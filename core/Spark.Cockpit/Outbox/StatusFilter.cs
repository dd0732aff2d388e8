using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Outbox;

/// <summary>What operators call the states of effects.</summary>
internal static class StatusFilter
{
    /// <summary>The words, for messages.</summary>
    public const string Words = "open, failed, unknown, held";

    private static readonly OutboxStatus[] Open = [.. Enum.GetValues<OutboxStatus>().Where(status => (int)status < 10)];

    /// <summary>The states behind a word; null for a word that is none. Without a word: all that an operator may want to look at.</summary>
    public static IReadOnlyCollection<OutboxStatus>? Find(string? word) => word?.ToUpperInvariant() switch
    {
        null => [.. Open, OutboxStatus.Failed, OutboxStatus.Unknown],
        "OPEN" => Open,
        "FAILED" => [OutboxStatus.Failed],
        "UNKNOWN" or "HELD" => [OutboxStatus.Unknown],
        _ => null,
    };

    /// <summary>True for the word that asks only for effects that were held after a restore.</summary>
    public static bool IsHeld(string? word) => string.Equals(word, "held", StringComparison.OrdinalIgnoreCase);
}
