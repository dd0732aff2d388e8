using Spark.Expressions.Templates;
using Spark.Expressions.Values;

namespace Spark.Expressions;

/// <summary>
/// A text of an API Call with <c>{{parameter}}</c>s. It is filled in in one pass from left to right, and values are
/// never looked through for placeholders of their own.
/// </summary>
public sealed class PlaceholderTemplate
{
    private const int LengthLimit = 10_000_000;

    private readonly IReadOnlyList<PlaceholderPart> parts;

    private PlaceholderTemplate(string text, IReadOnlyList<PlaceholderPart> parts)
    {
        Text = text;
        this.parts = parts;
        Names = [.. parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text that it was parsed from.</summary>
    public string Text { get; }

    /// <summary>The parameters that it names, each once, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Parses a text. Names hold letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, with spaces around them if wished.</summary>
    /// <exception cref="ExpressionException">A placeholder is not closed or has no such name: U1011.</exception>
    public static PlaceholderTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PlaceholderTemplate(text, PlaceholderReader.Read(text));
    }

    /// <summary>Where a parameter first stands in the text; -1 when it does not.</summary>
    public int PositionOf(string name) => parts.FirstOrDefault(part => part.IsPlaceholder && part.Text == name)?.Position ?? -1;

    /// <summary>Fills the text in; what <paramref name="values"/> leaves undefined is empty, or null outside a JSON string.</summary>
    /// <exception cref="ExpressionException">A value cannot stand there (U1012), or the payload is not JSON (U1007).</exception>
    public string Render(PlaceholderTarget target, Func<string, Value> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var writer = new PlaceholderWriter(target);
        foreach (var part in parts)
        {
            if (part.IsPlaceholder)
            {
                writer.AddValue(part, values(part.Text));
            }
            else
            {
                writer.AddLiteral(part.Text);
            }

            if (writer.Length > LengthLimit)
            {
                throw Failure.At("U1004", part.Position, part.Text, $"The text is longer than {LengthLimit} characters");
            }
        }

        return writer.End();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
