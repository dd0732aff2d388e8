using Spark.Engine.Conversations;
using Spark.Testing.Hosts;
using Spark.Testing.Suites;

namespace Spark.Testing.Playing;

/// <summary>A test that was played, and how it went.</summary>
internal sealed record PlayedTest
{
    /// <summary>The test.</summary>
    public required BotTest Test { get; init; }

    /// <summary>The conversation.</summary>
    public required IReadOnlyList<PlayedLine> Lines { get; init; }

    /// <summary>What does not hold beside the lines, a sentence each.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>What it came by.</summary>
    public TestTrace Trace { get; init; } = new();

    /// <summary>The state that it began with; null for a new conversation.</summary>
    public ConversationState? Began { get; init; }

    /// <summary>The state that it ended with.</summary>
    public ConversationState? Ended { get; init; }

    /// <summary>Its log.</summary>
    public IReadOnlyList<StoredTurn> Log { get; init; } = [];

    /// <summary>How many writes it took.</summary>
    public int Writes { get; init; }

    /// <summary>True when everything is as it should be.</summary>
    public bool IsGood => Problems.Count == 0 && Lines.All(line => line.IsGood);

    /// <summary>What was said and what happened, a line each: the same under torture.</summary>
    public IReadOnlyList<string> Transcript => [.. Lines.Where(line => line.Actual is not null).Select(line => $"{line.Who}: {line.Actual}")];

    /// <summary>Its suite and its name.</summary>
    public string Title => $"{Test.Suite}: {Test.Name}";
}
