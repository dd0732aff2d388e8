using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Offload;

namespace Spark.Engine.Reading.Checking;

/// <summary>The outcomes of an offload look for results that its kind of provider gives.</summary>
internal sealed class ResultsCheck : ICheck
{
    private static readonly string[] OfDesks = ["accepted", "closed", "disabled", "unsupported", "failed"];
    private static readonly string[] OfTickets = ["created", "exists", "unknown", "closed", "disabled", "failed"];
    private static readonly string[] OfLinks = ["sent", "closed", "disabled", "unsupported", "failed"];

    public void Run(ReadingContext reading)
    {
        foreach (var deed in reading.Draft.Actions.SelectMany(action => action.Deeds).OfType<OffloadDeed>())
        {
            if (reading.Draft.Connections.GetValueOrDefault(deed.Connection)?.Offload is not { } kind)
            {
                continue;
            }

            var words = Words(kind);
            foreach (var comparison in deed.Outcomes.SelectMany(rule => rule.Holds.Analysis.Comparisons, (rule, comparison) => (rule, comparison)))
            {
                var (left, right) = (comparison.comparison.Left, comparison.comparison.Right);
                var literals = left.Field?.Name == "result" ? right.Literals : right.Field?.Name == "result" ? left.Literals : [];
                foreach (var word in literals.Where(literal => literal.Kind != ValueKind.String || !words.Contains(literal.AsString(), StringComparer.Ordinal)))
                {
                    reading.Findings.Warning(
                        FindingCodes.ImpossibleResult,
                        reading.Draft.UseOf(comparison.rule.Holds) is { } use ? use.PositionOf((left.Field is null ? left : right).Start) : comparison.rule.At,
                        $"'{deed.Connection}' never answers {word.ToJson()}.",
                        NearestName.Suggest(word.AsString(), words, $"Its results are {string.Join(", ", words)}."));
                }
            }
        }
    }

    private static string[] Words(OffloadKind kind) => kind switch
    {
        OffloadKind.Ticket => OfTickets,
        OffloadKind.Link => OfLinks,
        _ => OfDesks,
    };
}
