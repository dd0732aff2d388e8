namespace Spark.Runtime.ApiCalls;

/// <summary>A value that is taken from the answer.</summary>
public sealed record ApiCallOutput
{
    /// <summary>Its identifier.</summary>
    public string Name { get; set; } = "";

    /// <summary>What administrators read.</summary>
    public string Label { get; set; } = "";

    /// <summary>Where it is, as JSONata over the answer's body.</summary>
    public string Expression { get; set; } = "";

    /// <summary>What it is.</summary>
    public ApiCallValueType Type { get; set; }

    /// <summary>True when an answer without it is not what was asked for.</summary>
    public bool Required { get; set; }
}
