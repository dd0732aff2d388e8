using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Host.Understanding;

/// <summary>What a benchmark measured.</summary>
internal sealed partial record IntentBenchmarkResult
{
    /// <summary>The part of the in-scope sentences whose intent was found. With an out-of-scope category a sentence below the threshold is not.</summary>
    public required double InScopeAccuracy { get; init; }

    /// <summary>The same without a threshold: whether the best intent is the right one.</summary>
    public required double InScopeAccuracyWithoutThreshold { get; init; }

    /// <summary>The part of the out-of-scope sentences that stayed below the threshold; null without any.</summary>
    public double? OosRecall { get; init; }

    /// <summary>The part of the sentences below the threshold that are out of scope; null without any.</summary>
    public double? OosPrecision { get; init; }

    public required double Threshold { get; init; }

    public required double TrainSeconds { get; init; }

    public required double TrainCpuSeconds { get; init; }

    public required double MicrosecondsPerClassification { get; init; }

    public required double BytesAllocatedPerClassification { get; init; }

    public required int ModelBytes { get; init; }

    /// <summary>The most memory that the process had, as the operating system counts it.</summary>
    public required long PeakBytes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, BenchmarkJson.Default.IntentBenchmarkResult);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(IntentBenchmarkResult))]
    private sealed partial class BenchmarkJson : JsonSerializerContext;
}
