using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spark.Actions.Log;

/// <summary>Takes out of a log line what tells who somebody is, or opens a door.</summary>
internal static partial class Masking
{
    private const string Mask = "***";
    private const int LongestText = 500;

    /// <summary>A text without addresses, long numbers and tokens, on one line.</summary>
    public static string Text(string text)
    {
        var shown = text.Length > LongestText ? text[..LongestText] + "…" : text;
        shown = Address().Replace(shown, Mask);
        shown = Token().Replace(shown, Mask);
        shown = Number().Replace(shown, Mask);

        // Whoever writes a line break would write a line of the log.
        return string.Concat(shown.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));
    }

    /// <summary>A value for the log; what stands behind a name of a secret is not shown at all.</summary>
    public static string Value(string name, JsonElement value, IReadOnlyCollection<string> masked)
    {
        if (masked.Contains(name) || Secret().IsMatch(name))
        {
            return Mask;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(field => $"{Text(field.Name)}={Value(field.Name, field.Value, masked)}"))}}}",
            JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(item => Value(name, item, masked)))}]",
            JsonValueKind.String => Text(value.GetString()!),
            _ => Text(value.GetRawText()),
        };
    }

    [GeneratedRegex(@"[^\s@<>""]{1,64}@[^\s@<>""]{1,255}", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"(Bearer|Basic)\s+[\w+/=.-]{6,}|eyJ[\w-]{8,}(\.[\w-]*)*|[A-Za-z0-9+/_-]{32,}={0,2}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex(@"\+?\d([ ./-]?\d){6,}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("password|passwd|secret|token|api-?key|authorization|credential|pin$|iban|email|phone", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
