namespace Spark.Faults.Tests.Support;

/// <summary>A span, as it reached the collector.</summary>
/// <param name="Trace">The trace, in hexadecimal digits.</param>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of the span above; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tags">Its tags that are text.</param>
internal sealed record CollectedSpan(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags);
