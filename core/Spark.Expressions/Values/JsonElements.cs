using System.Runtime.InteropServices;
using System.Text.Json;

namespace Spark.Expressions.Values;

/// <summary>Reads what lies in a JSON document.</summary>
internal static class JsonElements
{
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];

    public static Value ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Value(new JsonObjectCell(element)),
        JsonValueKind.Array => new Value(new ArrayCell(element)),
        JsonValueKind.String => new Value(Text(element)),
        JsonValueKind.Number => Value.From(Number(element)),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Null => Value.Null,
        _ => default,
    };

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in the name; the raw text before the value holds it.
            var raw = property.ToString();
            var end = JsonTextReader.EndOfString(raw, 0);
            return new JsonTextReader(raw[..end]).ReadDocument().AsString();
        }
    }

    // Up to fifteen digits both the digits and the power of ten are exact, so that their quotient is rounded only once.
    private static double Number(JsonElement element)
    {
        var text = JsonMarshal.GetRawUtf8Value(element);
        var sign = text[0] == '-' ? 1 : 0;
        var decimals = 0;
        var digits = 0L;
        for (var at = sign; at < text.Length; at++)
        {
            if (text[at] == '.')
            {
                decimals = text.Length - 1 - at;
            }
            else if (text.Length <= PowersOfTen.Length && char.IsAsciiDigit((char)text[at]))
            {
                digits = (digits * 10) + (text[at] - '0');
            }
            else
            {
                return element.GetDouble();
            }
        }

        var number = digits / PowersOfTen[decimals];
        return sign == 0 ? number : -number;
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which the language allows and the library's reader does not.
            return new JsonTextReader(element.GetRawText()).ReadDocument().AsString();
        }
    }
}
