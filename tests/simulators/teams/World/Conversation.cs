namespace Spark.Simulators.Teams.World;

/// <summary>A conversation that the bot is in.</summary>
internal sealed class Conversation
{
    public required string Id { get; init; }

    public required ConversationKind Kind { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<Person> Members { get; init; }

    public List<Message> Messages { get; } = [];

    /// <summary>False when the app was taken away or blocked: the bot may not write.</summary>
    public bool IsInstalled { get; set; } = true;

    /// <summary>Whether somebody has come here at all: a personal chat that nobody has opened is not to be seen.</summary>
    public bool IsOpen { get; set; }

    /// <summary>When the bot last typed.</summary>
    public DateTimeOffset? TypedAt { get; set; }
}
