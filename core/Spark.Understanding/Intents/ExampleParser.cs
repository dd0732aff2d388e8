using Spark.Understanding.Text;
using Spark.Understanding.Values;

namespace Spark.Understanding.Intents;

/// <summary>Turns an example as its author wrote it into a pattern, or into a sentence that says why it cannot.</summary>
internal sealed class ExampleParser(IReadOnlyList<SlotVariable> variables)
{
    private const int MostSlots = 4;

    private readonly Dictionary<string, SlotVariable> _variables = variables
        .GroupBy(variable => variable.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>True where a placeholder may follow another at once, unless the first takes any text.</summary>
    public bool MayTouch { get; init; }

    /// <summary>The pattern, or else the problem; never both.</summary>
    /// <param name="intent">The intent of the example.</param>
    /// <param name="expression">The example.</param>
    /// <param name="split">Cuts what stands between placeholders into words.</param>
    public (ExamplePattern? Pattern, string? Problem) Parse(string intent, string expression, Func<string, List<Token>> split)
    {
        if (expression.Length > TextNormalizer.MaximumLength)
        {
            return (null, $"The example is longer than {TextNormalizer.MaximumLength} characters; nobody writes that. Shorten it.");
        }

        List<string[]> literals = [];
        List<Slot> slots = [];
        int start = 0;
        for (int open = expression.IndexOf('{', StringComparison.Ordinal); open >= 0; open = expression.IndexOf('{', start))
        {
            int close = expression.IndexOf('}', open);
            if (close < 0)
            {
                return (null, "A { is not closed. Close it with }, or leave it out.");
            }

            (Slot? slot, string? problem) = FindSlot(expression[(open + 1)..close].Trim(), slots);
            if (slot is null)
            {
                return (null, problem);
            }

            literals.Add([.. split(expression[start..open]).Select(token => token.Text)]);
            slots.Add(slot);
            start = close + 1;
        }

        string rest = expression[start..];
        literals.Add([.. split(rest).Select(token => token.Text)]);
        string? mistake = rest.Contains('}', StringComparison.Ordinal) ? "A } closes nothing. Leave it out." : FindMistake(literals, slots);
        return mistake is null ? (new ExamplePattern(intent, literals, slots), null) : (null, mistake);
    }

    private (Slot? Slot, string? Problem) FindSlot(string name, List<Slot> before)
    {
        if (!_variables.TryGetValue(name, out SlotVariable? variable))
        {
            return (null, $"There is no variable '{name}'. Declare it, or correct the name.");
        }

        if (ValueParsers.Find(variable.Type) is not { } parser)
        {
            return (null, $"The variable '{name}' has the type '{variable.Type}', which cannot be read from a text.");
        }

        return before.Exists(slot => slot.Variable.Name == name)
            ? (null, $"The variable '{name}' stands twice in the example; one of the two values would be lost.")
            : (new Slot(variable, parser), null);
    }

    private string? FindMistake(List<string[]> literals, List<Slot> slots)
    {
        if (slots.Count > MostSlots)
        {
            return $"The example has more than {MostSlots} placeholders. Ask for some of the values in the dialog.";
        }

        for (int index = 1; index < slots.Count; index++)
        {
            if (literals[index].Length == 0 && !(MayTouch && !slots[index - 1].NeedsContext))
            {
                return $"Nothing stands between {{{slots[index - 1].Variable.Name}}} and {{{slots[index].Variable.Name}}}, so one cannot tell where the first ends. Put a word between them.";
            }
        }

        if (literals.Exists(literal => literal.Length > 0))
        {
            return null;
        }

        return slots.Count == 0 ? "The example is empty. Write what people say, or leave it out."
            : slots[0].IsOpen ? $"The example is only {{{slots[0].Variable.Name}}}, a text, so that it fits whatever is said. Put a word beside it."
            : null;
    }
}
