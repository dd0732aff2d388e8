namespace Spark.Understanding.Tests.Support;

/// <summary>One value in a sample: the words that say it and what they mean.</summary>
public sealed record SampleValue(string Text, string Value);
