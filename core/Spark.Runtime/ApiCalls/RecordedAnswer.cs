namespace Spark.Runtime.ApiCalls;

/// <summary>An answer that is read in place of a far side's.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Body">Its body.</param>
public sealed record RecordedAnswer(int Status, string Body);
