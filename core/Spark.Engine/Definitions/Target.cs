namespace Spark.Engine.Definitions;

/// <summary>Where a dialog continues: in another dialog for good, or at a step of its own.</summary>
/// <param name="Dialog">The other dialog's id; null for a step of the same dialog.</param>
/// <param name="Step">The step's index in the same dialog; its length means: past the last step.</param>
public readonly record struct Target(string? Dialog, int Step)
{
    /// <summary>Another dialog, for good.</summary>
    public static Target ToDialog(string dialog) => new(dialog, 0);

    /// <summary>A step of the same dialog.</summary>
    public static Target ToStep(int step) => new(null, step);
}
