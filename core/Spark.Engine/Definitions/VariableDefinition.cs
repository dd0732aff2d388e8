using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A declared variable.</summary>
public sealed record VariableDefinition
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type: <c>text</c>, <c>email</c>, <c>choice</c>, … (bot format, §6).</summary>
    public required string Type { get; init; }

    /// <summary>The values of a <c>choice</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The regular expression that a <c>text</c> must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The least number or amount, or the least length of a <c>text</c>.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest number or amount, or the greatest length of a <c>text</c>.</summary>
    public double? Max { get; init; }

    /// <summary>The unit that a number without one is in, where the type is one of amounts: <c>EUR</c>, <c>km</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The media types that a <c>file</c> may have, <c>image/*</c> for all of a kind; empty for any.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>The most bytes that a <c>file</c> may have; null for as many as the channel takes.</summary>
    public long? MaxSize { get; init; }

    /// <summary>What a <c>composite</c> is made of.</summary>
    public CompositeDefinition Composite { get; init; } = CompositeDefinition.None;

    /// <summary>How long it lives.</summary>
    public VariableScope Scope { get; init; } = VariableScope.Conversation;

    /// <summary>How long a person's variable is kept; null for the host's default.</summary>
    public TimeSpan? Keep { get; init; }

    /// <summary>What expressions see while nothing was set; undefined for nothing. A question is asked all the same.</summary>
    public Value Default { get; init; }

    /// <summary>True when it is never shown, logged or shared unasked.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Where it is declared.</summary>
    public SourceLocation At { get; init; }
}
