namespace Spark.Engine.Reading.Checking;

/// <summary>Expressions match in linear time.</summary>
internal sealed class SlowPatternsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var use in reading.Draft.Expressions)
        {
            foreach (var pattern in use.Expression.Analysis.SlowPatterns)
            {
                reading.Findings.Warning(
                    FindingCodes.SlowPattern,
                    use.PositionOf(pattern.Start),
                    "This pattern looks around or refers back: it may take so long that the expression is broken off, and the turn fails.",
                    "Write it without (?=…), (?!…), (?<=…), (?<!…) and \\1; several patterns are joined with 'and'.");
            }
        }
    }
}
