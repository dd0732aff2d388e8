using System.Globalization;
using Spark.Engine.Definitions;
using YamlDotNet.Core;

namespace Spark.Engine.Reading.Yaml;

/// <summary>A scalar: text, number, truth value or nothing, as YAML 1.2's core schema reads it.</summary>
internal sealed record YamlScalar(SourceLocation At, string Value, ScalarStyle Style, SourceText Source, int Start, int End) : YamlNode(At)
{
    /// <summary>The comment that follows on the line of a plain scalar, with its <c>#</c>: what <c>say: Ticket #12</c> loses.</summary>
    public string? SwallowedComment { get; init; }

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : AsBoolean() is not null ? "a truth value" : AsNumber() is not null ? "a number" : "a text";

    /// <summary>Without quotes and not a block.</summary>
    public bool IsPlain => Style == ScalarStyle.Plain;

    /// <summary>Nothing is written here.</summary>
    public bool IsNull => IsPlain && (Value is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>The truth value of an unquoted <c>true</c> or <c>false</c>.</summary>
    public bool? AsBoolean() => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>The number of an unquoted decimal number.</summary>
    public double? AsNumber()
    {
        // TryParse alone would also take "Infinity", "1,000" and blanks around.
        if (!IsPlain || Value.Length == 0 || !(char.IsAsciiDigit(Value[^1]) || Value[^1] == '.') || !Value.Any(char.IsAsciiDigit))
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(Value, Styles, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>Where in the file a character of the value is written.</summary>
    public SourceLocation PositionOf(int offset) => ScalarPositions.Find(this, offset);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
