using System.Text.Json;

namespace Spark.ApiCalls;

/// <summary>What a run of an API Call came to. Since contract 1.2.</summary>
public sealed record ApiCallResult
{
    /// <summary>How it ended.</summary>
    public required ApiCallEnd End { get; init; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The outputs that were found, by name: an object. Empty unless the answer was a success.</summary>
    public JsonElement Outputs { get; init; }

    /// <summary>What went wrong, in a sentence for the operator, without secrets and personal data; null when nothing did.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the far side asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>An output as text; null when it was not found.</summary>
    /// <param name="name">The output's name, as it was configured.</param>
    public string? Text(string name)
    {
        if (Outputs.ValueKind != JsonValueKind.Object || !Outputs.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }
}
