namespace Spark.Channels.HandoffApi;

/// <summary>The only error document of this API: clients in use lose the text of any other, or crash on it.</summary>
/// <param name="Message">What is wrong and how to mend it.</param>
internal sealed record ErrorBody(string Message);
