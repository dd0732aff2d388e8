namespace Spark.Understanding;

/// <summary>What a provider is asked.</summary>
public sealed record UnderstandingRequest
{
    /// <summary>What the person wrote.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the conversation, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>What it may mean: the bot's intents, in the order of its files.</summary>
    public required IReadOnlyList<IntentDescription> Intents { get; init; }
}
