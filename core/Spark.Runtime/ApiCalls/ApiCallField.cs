namespace Spark.Runtime.ApiCalls;

/// <summary>A parameter of the query, or a header.</summary>
public sealed record ApiCallField
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its value, with placeholders.</summary>
    public string Value { get; set; } = "";
}
