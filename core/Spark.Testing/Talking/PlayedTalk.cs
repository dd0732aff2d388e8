using Spark.Engine.Conversations;
using Spark.Testing.Hosts;
using Spark.Testing.Outside;

namespace Spark.Testing.Talking;

/// <summary>A conversation that was tried, and how it went.</summary>
internal sealed record PlayedTalk
{
    /// <summary>What was tried.</summary>
    public required Talk Talk { get; init; }

    /// <summary>The turns, in order.</summary>
    public required IReadOnlyList<TracedTurn> Turns { get; init; }

    /// <summary>What the bot said, in order.</summary>
    public required IReadOnlyList<Arrival> Arrivals { get; init; }

    /// <summary>How much the bot had said when each line of the chat began.</summary>
    public required IReadOnlyList<int> Heard { get; init; }

    /// <summary>The words that were found for the bot's text keys.</summary>
    public required IReadOnlyDictionary<string, HashSet<string>> Words { get; init; }

    /// <summary>What the outside has answered, in order.</summary>
    public required IReadOnlyList<TalkAnswer> Given { get; init; }

    /// <summary>What is called and was not answered: there the conversation stands still. Null when it does not.</summary>
    public Asked? Waits { get; init; }

    /// <summary>Why it was ended, or what did not fit, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>How it stands; null before its first turn.</summary>
    public ConversationState? State { get; init; }

    /// <summary>Where its clock stands.</summary>
    public DateTimeOffset Now { get; init; }
}
