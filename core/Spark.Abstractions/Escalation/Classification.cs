namespace Spark.Escalation;

/// <summary>The categories that a text may belong to. Since contract 1.2.</summary>
/// <param name="Candidates">The likeliest first, three at the most; empty when nothing in the text is known, or there is no list.</param>
/// <param name="Confidence">How sure the first one is, from 0 to 1.</param>
/// <param name="IsSure">True when it is sure enough not to ask the person.</param>
public sealed record Classification(IReadOnlyList<IssueCategory> Candidates, double Confidence, bool IsSure);
