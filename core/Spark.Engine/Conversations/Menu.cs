namespace Spark.Engine.Conversations;

/// <summary>The last buttons shown without a question: a number or an ordinal means a position among them.</summary>
/// <param name="Dialog">The dialog's id.</param>
/// <param name="Step">The index of its <c>say</c> step.</param>
public sealed record Menu(string Dialog, int Step);
