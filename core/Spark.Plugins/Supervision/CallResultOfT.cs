using System.Diagnostics.CodeAnalysis;

namespace Spark.Plugins.Supervision;

/// <summary>What came of a call into a plugin.</summary>
internal sealed record CallResult<T>
{
    public required CallEnd End { get; init; }

    public T? Value { get; init; }

    /// <summary>Why there is no value, in a sentence for the operator, free of secrets and of what people said.</summary>
    public string? Reason { get; init; }

    /// <summary>What it threw, in its own words, free of secrets. To be shown only where no person has said anything yet.</summary>
    public string? Detail { get; init; }

    /// <summary>True when it threw an <see cref="ArgumentException"/>: the settings are at fault, not the plugin.</summary>
    public bool BlamesSettings { get; init; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => End == CallEnd.Returned;
}
