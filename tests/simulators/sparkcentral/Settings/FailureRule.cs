using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Settings;

/// <summary>What becomes of a conversation when the virtual agent fails it: its error-handling setting.</summary>
internal sealed record FailureRule
{
    public DeskQueue Queue { get; init; } = DeskQueue.New;

    public string? Topic { get; init; }

    public string? Message { get; init; }
}
