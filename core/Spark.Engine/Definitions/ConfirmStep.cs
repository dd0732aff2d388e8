namespace Spark.Engine.Definitions;

/// <summary>Asks for a yes or no: yes goes on, no goes elsewhere.</summary>
public sealed record ConfirmStep : Step
{
    /// <summary>The tries when the author gives none.</summary>
    public const int DefaultTries = 3;

    /// <summary>The question.</summary>
    public required Text Question { get; init; }

    /// <summary>Where a no goes, and an unclear answer after the last try.</summary>
    public required Target Otherwise { get; init; }

    /// <summary>Where it goes when nobody answers in time; null for where <see cref="Otherwise"/> goes.</summary>
    public Target? Unanswered { get; init; }

    /// <summary>How long an answer is waited for, since the person was asked or last said something; null for as long as it takes.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>What is said to unclear answers: to the first, the second, …, the last one to all further ones; none for the engine's own words.</summary>
    public IReadOnlyList<Text> Invalid { get; init; } = [];

    /// <summary>What the button for yes says; null for the engine's own word.</summary>
    public Text? Accept { get; init; }

    /// <summary>What the button for no says; null for the engine's own word.</summary>
    public Text? Decline { get; init; }

    /// <summary>How many answers are heard.</summary>
    public int Tries { get; init; } = DefaultTries;

    /// <summary>The only intents that may break in.</summary>
    public IReadOnlyList<string> Interrupt { get; init; } = [];
}
