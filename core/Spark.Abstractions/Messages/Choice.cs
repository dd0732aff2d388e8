namespace Spark.Messages;

/// <summary>One choice: a button that answers, or a link.</summary>
public sealed record Choice
{
    /// <summary>What the person reads.</summary>
    public required string Label { get; init; }

    /// <summary>What comes back as <see cref="Channels.MessageReceived.ChoiceToken"/> when it is pressed; null for a link. Opaque to channels.</summary>
    public string? Token { get; init; }

    /// <summary>Where a link leads; null for a button.</summary>
    public Uri? Link { get; init; }
}
