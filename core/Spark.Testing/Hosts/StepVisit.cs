namespace Spark.Testing.Hosts;

/// <summary>A step that ran.</summary>
/// <param name="IsAction">True for a deed of an action dialog.</param>
/// <param name="Id">The dialog or action dialog.</param>
/// <param name="Step">The index of the step.</param>
/// <param name="Language">The conversation's language.</param>
internal readonly record struct StepVisit(bool IsAction, string Id, int Step, string Language);
