namespace Spark.Cockpit.Studio;

/// <summary>What is behind a reply.</summary>
internal sealed record WhyAnswer(IReadOnlyList<WhyLine> Lines);
