namespace Spark.Understanding.Tests.Support;

/// <summary>A sentence of the recognizers' samples and what it holds.</summary>
public sealed record RecognizerSample(string Language, string Input, IReadOnlyList<SampleValue> Values);
