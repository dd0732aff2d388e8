using Spark.Runtime.ApiCalls;

namespace Spark.Cockpit.ApiCalls;

/// <summary>An API Call as an administrator wants it.</summary>
internal sealed record ApiCallRequest
{
    public ApiCallDefinition ApiCall { get; set; } = new();

    /// <summary>The edition that is to be replaced, 0 for none; null for whichever.</summary>
    public long? Edition { get; set; }
}
