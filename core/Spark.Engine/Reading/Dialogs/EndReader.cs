using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>end</c>.</summary>
internal sealed class EndReader : IStepReader
{
    private const string Failed = "failed";

    // "failed" is a reason of abandoned; designers may write it as if it were an outcome.
    private static readonly Dictionary<string, EpisodeOutcome> Words = new(StringComparer.Ordinal)
    {
        ["resolved"] = EpisodeOutcome.Resolved,
        ["escalated"] = EpisodeOutcome.Escalated,
        ["abandoned"] = EpisodeOutcome.Abandoned,
        [Failed] = EpisodeOutcome.Abandoned,
    };

    private static readonly Dictionary<string, EpisodeType> Types = new(StringComparer.Ordinal)
    {
        ["incident"] = EpisodeType.Incident,
        ["request"] = EpisodeType.Request,
        ["question"] = EpisodeType.Question,
        ["security-concern"] = EpisodeType.SecurityConcern,
        ["non-support"] = EpisodeType.NonSupport,
    };

    public string Verb => "end";

    public IReadOnlyList<string> Companions { get; } = ["reason", "type"];

    public bool NeedsId => false;

    public Step Read(StepContext step)
    {
        var nodes = step.Reading.Nodes;
        var outcome = nodes.OneOf(step.Verb.Value, Verb, Words);
        var reason = step.Map.Find("reason") is { } entry ? nodes.Id(entry.Value, "reason")?.Value : null;
        return new EndStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Outcome = outcome ?? EpisodeOutcome.Resolved,
            Type = step.Map.Find("type") is { } type ? nodes.OneOf(type.Value, "type", Types) : null,
            Reason = reason ?? (step.Verb.Value.ToString() == Failed ? Failed : null),
        };
    }
}
