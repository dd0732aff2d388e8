using System.Text;
using System.Text.RegularExpressions;

namespace Spark.Channels.Teams.Inbound;

/// <summary>
/// Mends escapes of half a character (an emoji that a client has cut in two). They are legal JSON but no text, and reading them as text
/// throws.
/// </summary>
internal static partial class LoneSurrogates
{
    private const string Replacement = "\\ufffd";

    /// <summary>Replaces each half by U+FFFD.</summary>
    /// <param name="utf8">A JSON document.</param>
    /// <returns>The same bytes when there was nothing to mend.</returns>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.IndexOf("\\ud"u8) < 0 && utf8.Span.IndexOf("\\uD"u8) < 0)
        {
            return utf8;
        }

        var text = Encoding.UTF8.GetString(utf8.Span);
        return Encoding.UTF8.GetBytes(Escape().Replace(text, match => match.Groups["lone"].Success ? Replacement : match.Value));
    }

    // What is escaped already and whole pairs come first, so that only halves are left.
    [GeneratedRegex(@"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();
}
