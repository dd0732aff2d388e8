namespace Spark.Cockpit.Outbox;

/// <summary>How an effect is marked that was open in a database which was then restored.</summary>
internal static class HeldReason
{
    /// <summary>What the record says.</summary>
    public const string Text = "Held: the database was restored, and it cannot be told whether this has left since the backup.";

    public static bool Is(string? reason) => string.Equals(reason, Text, StringComparison.Ordinal);
}
