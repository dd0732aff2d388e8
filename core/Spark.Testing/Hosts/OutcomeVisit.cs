namespace Spark.Testing.Hosts;

/// <summary>An action dialog that ended.</summary>
/// <param name="Dialog">The dialog that ran it.</param>
/// <param name="Step">The index of the step that ran it.</param>
/// <param name="Outcome">How it ended.</param>
internal readonly record struct OutcomeVisit(string Dialog, int Step, string Outcome);
