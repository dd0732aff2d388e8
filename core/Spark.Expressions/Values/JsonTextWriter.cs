using System.Globalization;
using System.Text;

namespace Spark.Expressions.Values;

/// <summary>Writes values as text, the way ECMAScript's <c>JSON.stringify</c> does.</summary>
internal sealed class JsonTextWriter
{
    private const int BriefLimit = 80;

    private readonly StringBuilder text = new();
    private readonly bool display;
    private readonly bool indented;
    private readonly int limit;

    private JsonTextWriter(bool display, bool indented, int limit)
    {
        this.display = display;
        this.indented = indented;
        this.limit = limit;
    }

    /// <summary>All digits; what JSON cannot say becomes null.</summary>
    public static string ToJson(Value value) => new JsonTextWriter(false, false, int.MaxValue).Run(value);

    /// <summary>As <c>$string</c> shows a value: 15 significant digits, and infinity is an error.</summary>
    public static string ToDisplay(Value value, bool indented, int limit)
    {
        if (value.IsNumber)
        {
            return double.IsFinite(value.AsNumber())
                ? NumberText.Format(NumberText.Round15(value.AsNumber()))
                : throw Failure.New("D3001", "A number that is infinite or not a number cannot be made a string");
        }

        return new JsonTextWriter(true, indented, limit).Run(value);
    }

    /// <summary>The beginning of the JSON text, for messages.</summary>
    public static string ToBrief(Value value)
    {
        var writer = new JsonTextWriter(false, false, BriefLimit);
        try
        {
            return writer.Run(value);
        }
        catch (ExpressionException)
        {
            return writer.text.ToString();
        }
    }

    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2);
        WriteString(quoted, value);
        return quoted.ToString();
    }

    public static void WriteString(StringBuilder target, string value)
    {
        target.Append('"');
        WriteEscaped(target, value);
        target.Append('"');
    }

    public static void WriteEscaped(StringBuilder target, string value)
    {
        var written = 0;
        for (var index = 0; index < value.Length; index++)
        {
            var letter = value[index];
            if (letter >= ' ' && letter is not ('"' or '\\') && !char.IsSurrogate(letter))
            {
                continue;
            }

            if (char.IsHighSurrogate(letter) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
            {
                index++;
                continue;
            }

            target.Append(value, written, index - written);
            written = index + 1;
            WriteEscape(target, letter);
        }

        target.Append(value, written, value.Length - written);
    }

    private static void WriteEscape(StringBuilder target, char letter)
    {
        switch (letter)
        {
            case '"' or '\\':
                target.Append('\\').Append(letter);
                break;
            case '\b':
                target.Append("\\b");
                break;
            case '\f':
                target.Append("\\f");
                break;
            case '\n':
                target.Append("\\n");
                break;
            case '\r':
                target.Append("\\r");
                break;
            case '\t':
                target.Append("\\t");
                break;
            default:
                target.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
                break;
        }
    }

    private string Run(Value value)
    {
        Write(value, 0);
        return text.ToString();
    }

    private void Write(Value value, int depth)
    {
        Nesting.Check(depth);
        if (text.Length > limit)
        {
            throw Failure.New("U1004", $"The string is longer than {limit} characters");
        }

        switch (value.Kind)
        {
            case ValueKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case ValueKind.Number:
                WriteNumber(value);
                break;
            case ValueKind.String:
                WriteString(text, value.AsString());
                break;
            case ValueKind.Function:
                text.Append(display && depth == 0 ? "" : "\"\"");
                break;
            case ValueKind.Array:
                WriteList(value.List!, depth);
                break;
            case ValueKind.Object:
                WriteMap(value.Map!.Fields, depth);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private void WriteNumber(Value value)
    {
        var number = value.AsNumber();
        if (display)
        {
            text.Append(Numbers.IsNumeric(value) ? NumberText.Format(NumberText.Round15(number)) : "null");
        }
        else
        {
            text.Append(double.IsFinite(number) ? NumberText.Format(number) : "null");
        }
    }

    private void WriteList(ArrayCell list, int depth)
    {
        var first = true;
        text.Append('[');
        foreach (var item in list.Span)
        {
            Separate(ref first, depth + 1);
            Write(item, depth + 1);
        }

        Close(first, depth, ']');
    }

    private void WriteMap(MapCell fields, int depth)
    {
        var first = true;
        text.Append('{');
        for (var index = 0; index < fields.Count; index++)
        {
            Separate(ref first, depth + 1);
            WriteString(text, fields.Names[index]);
            text.Append(indented ? ": " : ":");
            Write(fields.Values[index], depth + 1);
        }

        Close(first, depth, '}');
    }

    private void Separate(ref bool first, int depth)
    {
        if (!first)
        {
            text.Append(',');
        }

        first = false;
        Break(depth);
    }

    private void Close(bool empty, int depth, char end)
    {
        if (!empty)
        {
            Break(depth);
        }

        text.Append(end);
    }

    private void Break(int depth)
    {
        if (indented)
        {
            text.Append('\n').Append(' ', depth * 2);
        }
    }
}
