namespace Spark.Channels;

/// <summary>Some entries of a conversation's feed.</summary>
/// <param name="Entries">The entries, oldest first.</param>
/// <param name="Watermark">Where the next page begins: give it as <c>after</c>.</param>
public sealed record FeedPage(IReadOnlyList<FeedEntry> Entries, long Watermark)
{
    /// <summary>The watermark before the first entry: what comes after it begins with this page; 0 when nothing is before. Since contract 1.4.</summary>
    public long Start { get; init; }
}
