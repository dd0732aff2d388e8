using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads the fields that all deeds with a result have.</summary>
internal sealed record AwaitingFields(
    IReadOnlyList<Assignment> Save, IReadOnlyList<OutcomeRule> Outcomes, string? Otherwise, TimeSpan? Timeout, Approval? Approval)
{
    /// <summary>The number of tries, which only actions have: an offload is sent once.</summary>
    public const string Tries = "tries";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> All { get; } = ["save", "outcomes", "otherwise", "timeout", ApprovalReader.Field, Disclosure.Field];

    /// <summary>True for a name that no action can give to a field of its own.</summary>
    public static bool Has(string field) => field == Tries || All.Contains(field, StringComparer.Ordinal);

    /// <param name="deed">The deed.</param>
    /// <param name="result">The fields of its result; null when they cannot be known.</param>
    public static AwaitingFields Read(DeedContext deed, IReadOnlyDictionary<string, ValueKind?>? result)
    {
        var (map, reading) = (deed.Map, deed.Reading);
        var scope = deed.Scope.WithResult(result);
        return new(
            map.Find("save") is { } save
                ? reading.Expressions.Assignments(save.Value, "save", scope, name => Assignable.Accept(name, deed))
                : [],
            map.Find("outcomes") is { } outcomes ? ReadOutcomes(deed, outcomes.Value, scope) : [],
            map.Find("otherwise") is { } otherwise ? deed.Block.Outcome(otherwise.Value, "otherwise") : null,
            map.Find("timeout") is { } timeout ? reading.Nodes.Limit(timeout.Value, "timeout") : null,
            ApprovalReader.Read(deed));
    }

    private static List<OutcomeRule> ReadOutcomes(DeedContext deed, YamlNode node, ExpressionScope scope)
    {
        var rules = new List<OutcomeRule>();
        foreach (var entry in deed.Reading.Nodes.Mapping(node, "outcomes")?.Entries ?? [])
        {
            var holds = deed.Reading.Expressions.Expression(entry.Value, entry.Name, scope);
            if (deed.Block.Outcome(entry.Key, "outcomes") is { } outcome)
            {
                rules.Add(new(outcome, holds, entry.Key.At));
            }
        }

        return rules;
    }
}
