namespace Spark.Channels.Sparkcentral.Tests.Support;

/// <summary>A request as it arrived: the target and the body byte for byte, the headers by their values.</summary>
internal sealed record RecordedCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
