namespace Spark.Channels.HandoffApi;

/// <summary>What one handoff may hold. The original publishes no limits; these are documented in <c>docs/handoff.md</c>.</summary>
internal static class Limits
{
    public const int Parts = 20;

    /// <summary>Characters of all texts together.</summary>
    public const int Text = 10_000;

    /// <summary>Decoded bytes of one file.</summary>
    public const int FileBytes = 5 * 1024 * 1024;

    /// <summary>Decoded bytes of all files together.</summary>
    public const int AllFileBytes = 10 * 1024 * 1024;

    public const int MetadataEntries = 50;

    /// <summary>Characters of all names and values together: bots see them, and a conversation holds them.</summary>
    public const int Metadata = 8_000;

    public const int TranscriptLines = 100;

    /// <summary>Characters of all lines together.</summary>
    public const int Transcript = 20_000;

    public const int IdempotencyKey = 255;

    /// <summary>The whole body: base64 takes a third more than what it holds.</summary>
    public const int Body = 15 * 1024 * 1024;
}
