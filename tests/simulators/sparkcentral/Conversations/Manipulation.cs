namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>What a virtual agent wants done with a conversation, read and checked. Empty lists stand for absent fields.</summary>
internal sealed record Manipulation
{
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<MessageTag> Tags { get; init; } = [];

    public IReadOnlyList<OutgoingMessage> Messages { get; init; } = [];

    public bool? Typing { get; init; }

    public Completion Completion { get; init; }

    /// <summary>Fields that the profile does not know, and that were therefore passed over.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
