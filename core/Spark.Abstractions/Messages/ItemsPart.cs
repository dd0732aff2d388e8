namespace Spark.Messages;

/// <summary>
/// A carousel or a list. A channel without them shows one item after the other (<see cref="PlainText"/>); choices of a message are
/// numbered through, in the order of its parts.
/// </summary>
/// <param name="Items">The items, in the order in which they are shown.</param>
/// <param name="Layout">How they stand together.</param>
public sealed record ItemsPart(IReadOnlyList<Item> Items, ItemsLayout Layout) : MessagePart;
