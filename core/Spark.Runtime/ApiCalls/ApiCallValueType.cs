using System.Text.Json.Serialization;

namespace Spark.Runtime.ApiCalls;

/// <summary>What values of parameters and outputs are.</summary>
public enum ApiCallValueType
{
    /// <summary>A text; numbers and booleans are written as texts.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A number.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>True or false.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,

    /// <summary>Any JSON.</summary>
    [JsonStringEnumMemberName("json")]
    Json,
}
