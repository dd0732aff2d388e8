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

    /// <summary>How many answers are heard.</summary>
    public int Tries { get; init; } = DefaultTries;

    /// <summary>The only intents that may break in.</summary>
    public IReadOnlyList<string> Interrupt { get; init; } = [];
}
