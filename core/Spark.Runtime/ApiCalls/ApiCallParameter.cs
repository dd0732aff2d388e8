using System.Text.Json;

namespace Spark.Runtime.ApiCalls;

/// <summary>A parameter of an API Call.</summary>
public sealed record ApiCallParameter
{
    /// <summary>Its identifier, as placeholders name it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What administrators read.</summary>
    public string Label { get; set; } = "";

    /// <summary>What its values are.</summary>
    public ApiCallValueType Type { get; set; }

    /// <summary>True when a run without a value is not sent.</summary>
    public bool Required { get; set; }

    /// <summary>The value where none is given; null for none.</summary>
    public JsonElement? Default { get; set; }
}
