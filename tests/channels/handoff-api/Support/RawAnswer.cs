namespace Spark.Channels.HandoffApi.Tests.Support;

/// <summary>An answer, as it came over the wire.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
