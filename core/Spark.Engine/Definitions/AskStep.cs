using Spark.Expressions;
using Spark.Understanding.Values;

namespace Spark.Engine.Definitions;

/// <summary>Asks for a variable, unless it is known.</summary>
public sealed record AskStep : Step
{
    /// <summary>The question.</summary>
    public required Text Question { get; init; }

    /// <summary>The variable that takes the answer; its type reads it.</summary>
    public required string Into { get; init; }

    /// <summary>True when it is asked even though the variable is known.</summary>
    public bool Again { get; init; }

    /// <summary>What must hold of the answer, which the expression sees under the variable's name.</summary>
    public Expression? Check { get; init; }

    /// <summary>What is said to answers that do not fit: to the first, the second, …, the last one to all further ones; none for the engine's own words.</summary>
    public IReadOnlyList<Text> Invalid { get; init; } = [];

    /// <summary>How many answers are heard before <see cref="Otherwise"/>; null for any number.</summary>
    public int? Tries { get; init; }

    /// <summary>Where it goes after the last try.</summary>
    public Target? Otherwise { get; init; }

    /// <summary>Where it goes when nobody answers in time; null for where <see cref="Otherwise"/> goes.</summary>
    public Target? Unanswered { get; init; }

    /// <summary>How long an answer is waited for, since the person was asked or last said something; null for as long as it takes.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Gives a list of answers that are offered beside what else is heard; null for none.</summary>
    public Expression? Suggest { get; init; }

    /// <summary>Which day or time is meant where several fit.</summary>
    public MomentPreference Prefer { get; init; }

    /// <summary>The intent whose examples may hold the answer, and the values of further variables with it; null for none.</summary>
    public string? Understand { get; init; }

    /// <summary>The choices offered, in order.</summary>
    public IReadOnlyList<ChoiceDefinition> Choices { get; init; } = [];

    /// <summary>The only intents that may break in.</summary>
    public IReadOnlyList<string> Interrupt { get; init; } = [];
}
