using System.Globalization;
using System.Runtime.InteropServices;

namespace Spark.Understanding.Values;

/// <summary>A value in its canonical form: one string, number or boolean, comparable by value.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ParsedValue
{
    private readonly string? _text;
    private readonly double _number;
    private readonly bool _boolean;

    private ParsedValue(ValueKind kind, string? text, double number, bool boolean)
    {
        Kind = kind;
        _text = text;
        _number = number;
        _boolean = boolean;
    }

    /// <summary>Which of the three it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>The string; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public string Text => Kind == ValueKind.Text ? _text! : throw NotA(ValueKind.Text);

    /// <summary>The number; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public double Number => Kind == ValueKind.Number ? _number : throw NotA(ValueKind.Number);

    /// <summary>The boolean; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public bool Boolean => Kind == ValueKind.Boolean ? _boolean : throw NotA(ValueKind.Boolean);

    /// <summary>A value that is a string.</summary>
    public static ParsedValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(ValueKind.Text, text, 0, false);
    }

    /// <summary>A value that is a number; it must be finite, as JSON knows no other.</summary>
    public static ParsedValue Of(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "A number in JSON is finite.");
        }

        return new(ValueKind.Number, null, number, false);
    }

    /// <summary>A value that is a boolean.</summary>
    public static ParsedValue Of(bool boolean) => new(ValueKind.Boolean, null, 0, boolean);

    /// <summary>The value as people of no particular language read it; for tests and traces.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Text => _text!,
        ValueKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.Boolean => _boolean ? "true" : "false",
        _ => string.Empty,
    };

    private InvalidOperationException NotA(ValueKind wanted) => new($"The value is of kind {Kind}, not {wanted}.");
}
