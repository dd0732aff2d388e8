using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Values;
using Spark.Expressions;

namespace Spark.Engine.Reading;

/// <summary>What the readers of files and steps share.</summary>
internal sealed class ReadingContext
{
    private readonly Dictionary<string, ActionFields?> schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, ValueKind?>?> results = new(StringComparer.Ordinal);

    public ReadingContext(FindingBag findings, InstalledOffers offers)
    {
        Findings = findings;
        Offers = offers;
        Draft = new();
        Nodes = new(findings);
        Expressions = new(findings, Nodes, Draft);
        Templates = new(Expressions, Draft);
    }

    public FindingBag Findings { get; }

    /// <summary>What the schema of an action says of its fields; null when there is none.</summary>
    public ActionFields? FieldsOf(string action)
    {
        if (!schemas.TryGetValue(action, out var known))
        {
            schemas[action] = known = ActionFields.Read(Offers.ActionSchemas.GetValueOrDefault(action));
        }

        return known;
    }

    /// <summary>The fields of an action's result; null where they are not known.</summary>
    public IReadOnlyDictionary<string, ValueKind?>? ResultOf(string action)
    {
        if (!results.TryGetValue(action, out var known))
        {
            results[action] = known = ResultFields.Read(Offers.ActionResults.GetValueOrDefault(action));
        }

        return known;
    }

    public InstalledOffers Offers { get; }

    public BotDraft Draft { get; }

    public NodeReader Nodes { get; }

    public ExpressionReader Expressions { get; }

    public TemplateReader Templates { get; }
}
