using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Values;

namespace Spark.Engine.Reading;

/// <summary>What the readers of files and steps share.</summary>
internal sealed class ReadingContext
{
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

    public InstalledOffers Offers { get; }

    public BotDraft Draft { get; }

    public NodeReader Nodes { get; }

    public ExpressionReader Expressions { get; }

    public TemplateReader Templates { get; }
}
