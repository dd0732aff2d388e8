using Spark.Channels;
using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>Invokes an action of a plugin; its end comes back as <see cref="ActionEnded"/>.</summary>
public sealed record InvokeAction : Effect
{
    /// <summary>The action's id.</summary>
    public required string Action { get; init; }

    /// <summary>The step's fields: an object.</summary>
    public required Value Input { get; init; }

    /// <summary>How long the action may take; null only in what was written before the engine always set it.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Which try of the step it is, from 1.</summary>
    public int Try { get; init; } = 1;

    /// <summary>How many tries the step has.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>The first try, by which all of them are known to the far side; null when this is the first.</summary>
    public EffectRef? First { get; init; }

    /// <summary>The person's language.</summary>
    public required string Language { get; init; }

    /// <summary>The person.</summary>
    public Person? Person { get; init; }
}
