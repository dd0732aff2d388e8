using System.Collections.Immutable;

namespace Spark.Engine.Conversations;

/// <summary>What a conversation knows of results that come too late. Both lists are short: the oldest gives way.</summary>
public sealed record Lateness
{
    /// <summary>The effects that were left, and whose results are still to come.</summary>
    public ImmutableList<LeftEffect> Left
    {
        get => field ?? [];
        init;
    }

    /// <summary>Results that came and wait until nothing is under way that telling them would disturb.</summary>
    public ImmutableList<LateResult> Untold
    {
        get => field ?? [];
        init;
    }

    /// <summary>The result that the dialogs under way are told of.</summary>
    public LateResult? Told { get; init; }
}
