using Spark.Engine.Definitions;

namespace Spark.Engine.Reading;

/// <summary>Something that the checker says about a bot's files.</summary>
public sealed record Finding
{
    /// <summary>The stable code, such as <c>SPK2001</c>; explained in <c>docs/errors/</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How bad it is.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>Where it is.</summary>
    public required SourceLocation At { get; init; }

    /// <summary>What is wrong, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>How to mend it, in a sentence.</summary>
    public required string Remedy { get; init; }
}
