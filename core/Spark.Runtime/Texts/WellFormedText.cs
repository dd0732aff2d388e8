using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Spark.Runtime.Texts;

/// <summary>
/// Replaces what no store and no wire takes for text, at the door: NUL (PostgreSQL refuses it) and surrogates without their other half
/// (UTF-8 has no bytes for them).
/// </summary>
public static class WellFormedText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Cleans a text. Gives back the same string when there is nothing to replace.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsClean(text) ? text : Rewrite(text);
    }

    /// <summary>True when there is surely nothing to replace; whole pairs of surrogates are not looked at closely.</summary>
    public static bool IsClean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
    }

    /// <summary>Cleans the strings and names of a JSON value, which hold such characters as escapes.</summary>
    public static JsonElement Clean(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            return element;
        }

        if (JsonMarshal.GetRawUtf8Value(element).IndexOf("\\u"u8) < 0)
        {
            return element.Clone();
        }

        using var document = JsonDocument.Parse(RewriteEscapes(element.GetRawText()));
        return document.RootElement.Clone();
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(text[i] == '\0' || char.IsSurrogate(text[i]) ? Replacement : text[i]);
            }
        }

        return clean.ToString();
    }

    private static string RewriteEscapes(string raw)
    {
        var clean = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                clean.Append(raw[i]);
            }
            else if (raw[i + 1] != 'u')
            {
                clean.Append(raw[i]).Append(raw[++i]);
            }
            else
            {
                var unit = Unit(raw, i);
                var isPair = char.IsHighSurrogate(unit) && i + 7 < raw.Length && raw[i + 6] == '\\' && raw[i + 7] == 'u'
                    && char.IsLowSurrogate(Unit(raw, i + 6));
                if (isPair)
                {
                    clean.Append(raw, i, 12);
                    i += 11;
                    continue;
                }

                clean.Append(unit == '\0' || char.IsSurrogate(unit) ? "\\ufffd" : raw.AsSpan(i, 6));
                i += 5;
            }
        }

        return clean.ToString();
    }

    private static char Unit(string raw, int at) =>
        (char)ushort.Parse(raw.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
