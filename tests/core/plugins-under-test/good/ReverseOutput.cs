namespace Spark.UnderTest.Good;

internal sealed record ReverseOutput(string Text, int Length);
