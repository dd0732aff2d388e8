using Spark.Engine.Definitions;
using YamlDotNet.Core;

namespace Spark.Engine.Reading.Yaml;

/// <summary>
/// Finds where a character of a scalar's value is written. Exact for scalars on one line, quoted or not, and for literal blocks;
/// for what YAML folds, the beginning of the scalar.
/// </summary>
internal static class ScalarPositions
{
    public static SourceLocation Find(YamlScalar scalar, int offset)
    {
        var wanted = Math.Clamp(offset, 0, scalar.Value.Length);
        return scalar.Style switch
        {
            ScalarStyle.Plain when IsOnOneLine(scalar) => Shift(scalar.At, wanted),
            ScalarStyle.SingleQuoted when IsOnOneLine(scalar) => Shift(scalar.At, InSingleQuotes(scalar, wanted)),
            ScalarStyle.DoubleQuoted when IsOnOneLine(scalar) => Shift(scalar.At, InDoubleQuotes(scalar, wanted)),
            ScalarStyle.Literal => InBlock(scalar, wanted),
            ScalarStyle.Folded => InBlock(scalar, 0),
            _ => scalar.At,
        };
    }

    private static SourceLocation Shift(SourceLocation at, int columns) => at with { Column = at.Column + columns };

    private static bool IsOnOneLine(YamlScalar scalar) =>
        scalar.Source.Text.AsSpan(scalar.Start, scalar.End - scalar.Start).IndexOfAny('\r', '\n') < 0;

    private static int InSingleQuotes(YamlScalar scalar, int wanted)
    {
        var i = 1;
        for (var seen = 0; seen < wanted; seen++)
        {
            i += scalar.Source.Text[scalar.Start + i] == '\'' ? 2 : 1;
        }

        return i;
    }

    private static int InDoubleQuotes(YamlScalar scalar, int wanted)
    {
        var text = scalar.Source.Text;
        var i = 1;
        for (var seen = 0; seen < wanted; seen++)
        {
            i += text[scalar.Start + i] != '\\' ? 1 : text[scalar.Start + i + 1] switch
            {
                'x' => 4,
                'u' => 6,
                'U' => 10,
                _ => 2,
            };
        }

        return Math.Min(i, scalar.End - scalar.Start);
    }

    // The value's lines stand under the head, all indented alike.
    private static SourceLocation InBlock(YamlScalar scalar, int wanted)
    {
        var before = scalar.Value.AsSpan(0, wanted);
        var line = before.Count('\n');
        var column = wanted - (before.LastIndexOf('\n') + 1);
        var at = scalar.At.Line + 1 + line;
        return new(scalar.At.File, at, Indentation(scalar) + column + 1);
    }

    private static int Indentation(YamlScalar scalar)
    {
        for (var line = scalar.At.Line + 1; line <= scalar.Source.LineCount; line++)
        {
            var text = scalar.Source.Line(line);
            var blanks = text.Length - text.TrimStart(' ').Length;
            if (blanks < text.Length)
            {
                return blanks;
            }
        }

        return 0;
    }
}
