namespace Spark.Runtime.Bots;

/// <summary>How an operator publishes.</summary>
/// <param name="Note">What is noted.</param>
/// <param name="Move">When open conversations move.</param>
/// <param name="AllowsUntranslated">True to publish although texts are not translated, or stale.</param>
public sealed record PublishOrder(string Note, ReleaseMove Move, bool AllowsUntranslated)
{
    /// <summary>The only bots that may be published; null for all.</summary>
    public IReadOnlyList<string>? OnlyBots { get; init; }
}
