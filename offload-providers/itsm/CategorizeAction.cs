using Spark.Actions;
using Spark.Escalation;

namespace Spark.Offload.Itsm;

/// <summary>Finds the category of an issue in the administrators' list; unsure, it names what to ask the person.</summary>
internal sealed class CategorizeAction(IEscalation? escalation) : IAction<CategorizeInput, CategorizeOutput>
{
    private const string Separator = ": ";

    public async ValueTask<ActionResult<CategorizeOutput>> ExecuteAsync(
        CategorizeInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (escalation is null)
        {
            return ActionResult.Failed<CategorizeOutput>("This host keeps no categories.") with { IsFinal = true };
        }

        var found = await escalation.ClassifyAsync(input.Categorize, cancellationToken);
        var names = found.Candidates.Select(NameOf).ToList();
        if (found.Candidates.FirstOrDefault(candidate => Is(candidate, input.Chosen)) is { } chosen)
        {
            return ActionResult.Ok(new CategorizeOutput(chosen.Category, chosen.SubCategory, 1, names));
        }

        return found.Candidates is [var best, ..]
            ? ActionResult.Of(found.IsSure ? "ok" : "unsure", new CategorizeOutput(best.Category, best.SubCategory, found.Confidence, names))
            : ActionResult.Of("none", new CategorizeOutput("", "", 0, []));
    }

    private static string NameOf(IssueCategory category) => $"{category.Category}{Separator}{category.SubCategory}";

    private static bool Is(IssueCategory category, string? name) =>
        name is not null && string.Equals(NameOf(category), name.Trim(), StringComparison.OrdinalIgnoreCase);
}
