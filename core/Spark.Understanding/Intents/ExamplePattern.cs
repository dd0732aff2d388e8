namespace Spark.Understanding.Intents;

/// <summary>An example with placeholders: literals[0] slots[0] literals[1] slots[1] … literals[n], of which the outer literals may be empty.</summary>
internal sealed record ExamplePattern(string Intent, IReadOnlyList<string[]> Literals, IReadOnlyList<Slot> Slots)
{
    public int LiteralWords { get; } = Literals.Sum(literal => literal.Length);

    /// <summary>Slots that take any text; an example with one gives way to one without.</summary>
    public int OpenSlots { get; } = Slots.Count(slot => slot.IsOpen);
}
