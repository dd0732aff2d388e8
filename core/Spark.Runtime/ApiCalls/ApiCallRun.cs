using System.Text.Json;
using Spark.ApiCalls;

namespace Spark.Runtime.ApiCalls;

/// <summary>A run of an API Call, as the test panel shows it: secrets are masked everywhere.</summary>
public sealed record ApiCallRun
{
    /// <summary>How it ended.</summary>
    public required ApiCallEnd End { get; init; }

    /// <summary>True when a recorded answer was read, and nothing was sent.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>What was sent, or would be; null when it could not be put together.</summary>
    public SentRequest? Request { get; init; }

    /// <summary>The far side's HTTP status; null when it did not answer.</summary>
    public int? Status { get; init; }

    /// <summary>The answer's headers.</summary>
    public IReadOnlyList<ApiCallField> ResponseHeaders { get; init; } = [];

    /// <summary>The answer's body, cut where it is long.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>How long it took.</summary>
    public double Milliseconds { get; init; }

    /// <summary>The outputs, in their order.</summary>
    public IReadOnlyList<OutputPreview> Outputs { get; init; } = [];

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the far side asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The run, as plugins see it.</summary>
    public ApiCallResult ToResult()
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var output in Outputs.Where(output => output.Value is not null))
            {
                json.WritePropertyName(output.Name);
                output.Value!.Value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return new() { End = End, Status = Status, Outputs = document.RootElement.Clone(), Reason = Reason, RetryAfter = RetryAfter };
    }
}
