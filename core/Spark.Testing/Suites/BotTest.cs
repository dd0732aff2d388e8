using Spark.Channels;
using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Testing.Suites;

/// <summary>A conversation that a bot must hold as it is written.</summary>
internal sealed record BotTest
{
    /// <summary>The id of its suite.</summary>
    public required string Suite { get; init; }

    /// <summary>What it shows, in a sentence; unique in its suite.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the channel's plugin, as the bot sees it.</summary>
    public required string Channel { get; init; }

    /// <summary>Who talks.</summary>
    public required Person Person { get; init; }

    /// <summary>What the bot knows of the person from other conversations.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Known { get; init; } = [];

    /// <summary>Where the conversation stands when the test begins; null for a new one.</summary>
    public TestStart? Start { get; init; }

    /// <summary>What the outside answers.</summary>
    public IReadOnlyList<Stub> Given { get; init; } = [];

    /// <summary>The conversation.</summary>
    public required IReadOnlyList<ChatLine> Chat { get; init; }

    /// <summary>True when the bot is told that somebody is there before anything is said: a chat that begins with the bot needs it.</summary>
    public bool BotSpeaksFirst
    {
        get => field || Chat is [BotSays, ..];
        init;
    }

    /// <summary>What holds at the end.</summary>
    public Expectation Expect { get; init; } = new();

    /// <summary>Where it stands.</summary>
    public SourceLocation At { get; init; }
}
