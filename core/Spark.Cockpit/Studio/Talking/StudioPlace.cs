namespace Spark.Cockpit.Studio.Talking;

/// <summary>A step, and where it is written.</summary>
/// <param name="Dialog">The dialog or action dialog.</param>
/// <param name="IsAction">True for an action dialog.</param>
/// <param name="Step">The step's id, or its place when it has none; null behind the last one.</param>
/// <param name="File">The file; null when it is written nowhere.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record StudioPlace(string Dialog, bool IsAction, string? Step, string? File, int Line);
