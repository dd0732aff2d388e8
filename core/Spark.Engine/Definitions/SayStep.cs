using Spark.Messages;

namespace Spark.Engine.Definitions;

/// <summary>Sends a message. Its parts are shown in the order of these properties.</summary>
public sealed record SayStep : Step
{
    /// <summary>How long the bot is seen typing before it speaks; null for not at all.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>What is said; null where the message is only shown.</summary>
    public Text? Text { get; init; }

    /// <summary>Pictures, films, sounds and files.</summary>
    public IReadOnlyList<MediaDefinition> Media { get; init; } = [];

    /// <summary>An Adaptive Card: an object; null for none.</summary>
    public ValueTemplate? Card { get; init; }

    /// <summary>The items of a carousel or a list.</summary>
    public IReadOnlyList<ItemDefinition> Items { get; init; } = [];

    /// <summary>How the items stand together.</summary>
    public ItemsLayout Layout { get; init; }

    /// <summary>Buttons below it, without those of the items.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>True when the buttons are quick replies, which go away with the next message.</summary>
    public bool AreReplies { get; init; }

    /// <summary>All buttons in the order in which they are numbered: those of the items, then those below.</summary>
    public IReadOnlyList<Button> AllButtons => Items.Count == 0 ? Buttons : [.. Items.SelectMany(item => item.Buttons), .. Buttons];
}
