namespace Spark.Engine.Reading.Dialogs.Cards;

/// <summary>What an element, an action or a part of an Adaptive Card may have.</summary>
/// <param name="Properties">Its properties.</param>
/// <param name="Required">Those without which clients refuse it.</param>
internal sealed record CardShape(IReadOnlySet<string> Properties, IReadOnlyList<string> Required);
