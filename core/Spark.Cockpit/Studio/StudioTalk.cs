using Spark.Engine.Reading;

namespace Spark.Cockpit.Studio;

/// <summary>A conversation that a designer tries.</summary>
/// <param name="Findings">Why the bot does not run; empty when it does.</param>
/// <param name="Turns">What happened, in order.</param>
/// <param name="WaitsFor">The action or offload whose end is waited for; null when it is the person's turn.</param>
/// <param name="Variables">The variables now; what is sensitive is hidden.</param>
/// <param name="Dialogs">The dialogs under way, the innermost last.</param>
/// <param name="Outcome">How it ended; null while it has not.</param>
public sealed record StudioTalk(
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<StudioTurn> Turns,
    StudioWait? WaitsFor,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<string> Dialogs,
    string? Outcome);
