using System.Globalization;
using System.Runtime.InteropServices;
using Spark.Understanding.Values.Composites;

namespace Spark.Understanding.Values;

/// <summary>A value in its canonical form: one string, number (with its unit, where it has one) or boolean, or several of them by name; comparable by value.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ParsedValue
{
    private readonly string? _text;
    private readonly CompositeValue? _parts;
    private readonly double _number;
    private readonly bool _boolean;

    private ParsedValue(ValueKind kind, string? text, double number, bool boolean)
    {
        Kind = kind;
        _text = text;
        _number = number;
        _boolean = boolean;
    }

    private ParsedValue(CompositeValue parts)
    {
        Kind = ValueKind.Composite;
        _parts = parts;
    }

    /// <summary>Which of them it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>The string; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public string Text => Kind == ValueKind.Text ? _text! : throw NotA(ValueKind.Text);

    /// <summary>The number, of a measure too; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public double Number => Kind is ValueKind.Number or ValueKind.Measure ? _number : throw NotA(ValueKind.Number);

    /// <summary>The unit of a measure; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public string Unit => Kind == ValueKind.Measure ? _text! : throw NotA(ValueKind.Measure);

    /// <summary>The boolean; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public bool Boolean => Kind == ValueKind.Boolean ? _boolean : throw NotA(ValueKind.Boolean);

    /// <summary>The values of the parts; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public CompositeValue Composite => Kind == ValueKind.Composite ? _parts! : throw NotA(ValueKind.Composite);

    /// <summary>A value that is a string.</summary>
    public static ParsedValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(ValueKind.Text, text, 0, false);
    }

    /// <summary>A value that is a number; it must be finite, as JSON knows no other.</summary>
    public static ParsedValue Of(double number) => new(ValueKind.Number, null, Finite(number), false);

    /// <summary>A value that is a number with a unit.</summary>
    public static ParsedValue Of(double number, string unit)
    {
        ArgumentException.ThrowIfNullOrEmpty(unit);
        return new(ValueKind.Measure, unit, Finite(number), false);
    }

    /// <summary>A value that consists of several.</summary>
    public static ParsedValue Of(CompositeValue parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new(parts);
    }

    /// <summary>A value that is a boolean.</summary>
    public static ParsedValue Of(bool boolean) => new(ValueKind.Boolean, null, 0, boolean);

    /// <summary>The value as people of no particular language read it; for tests and traces.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Text => _text!,
        ValueKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.Boolean => _boolean ? "true" : "false",
        ValueKind.Measure => $"{_number.ToString("R", CultureInfo.InvariantCulture)} {_text}",
        ValueKind.Composite => _parts!.ToString(),
        _ => string.Empty,
    };

    private static double Finite(double number) =>
        double.IsFinite(number) ? number : throw new ArgumentOutOfRangeException(nameof(number), number, "A number in JSON is finite.");

    private InvalidOperationException NotA(ValueKind wanted) => new($"The value is of kind {Kind}, not {wanted}.");
}
