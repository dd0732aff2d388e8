using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>
/// Turns a pattern of ECMAScript into one of this platform: the two differ in what a digit, a word and a line end are,
/// in how named groups are numbered, and in what an unknown escape means.
/// </summary>
internal sealed class RegexPattern
{
    private const string Digits = "0-9";
    private const string WordLetters = "a-zA-Z0-9_";
    private const string Spaces = @"\s\uFEFF";
    private const string LineEnds = @"\n\r\u2028\u2029";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(250);

    // Work in linear time is slow only on a machine that is busy, which is no reason to fail.
    private static readonly TimeSpan LinearTimeLimit = TimeSpan.FromSeconds(10);
    private const int LengthLimit = 10_000;
    private const int DepthLimit = 100;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly string pattern;
    private readonly bool multiline;
    private readonly StringBuilder output = new();
    private readonly List<string?> groups = [];
    private int at;

    private RegexPattern(string pattern, bool multiline)
    {
        this.pattern = pattern;
        this.multiline = multiline;
    }

    public static Regex Compile(string pattern, bool ignoreCase, bool multiline, int position)
    {
        var options = RegexOptions.CultureInvariant
            | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None)
            | (multiline ? RegexOptions.Multiline : RegexOptions.None);
        try
        {
            CheckSize(pattern, position);
            var translated = new RegexPattern(pattern, multiline).Translate();
            try
            {
                return new Regex(translated, options | RegexOptions.NonBacktracking, LinearTimeLimit);
            }
            catch (NotSupportedException)
            {
                // Looking around or back, or too large for the linear-time engine: bounded by time instead.
                return new Regex(translated, options, TimeLimit);
            }
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new ExpressionException("U1009", position, pattern, $"The regular expression /{pattern}/ is not valid: {wrong.Message}", wrong);
        }
    }

    private static void CheckSize(string pattern, int position)
    {
        var depth = 0;
        foreach (var letter in pattern)
        {
            depth += letter == '(' ? 1 : 0;
        }

        if (pattern.Length > LengthLimit || depth > DepthLimit)
        {
            throw Failure.At("U1009", position, null, $"The regular expression is too large: at most {LengthLimit} characters and {DepthLimit} groups");
        }
    }

    private string Translate()
    {
        CollectGroups();
        while (at < pattern.Length)
        {
            var letter = pattern[at++];
            switch (letter)
            {
                case '\\':
                    TranslateEscape();
                    break;
                case '[':
                    TranslateClass();
                    break;
                case '.':
                    output.Append("[^").Append(LineEnds).Append(']');
                    break;
                case '$' when !multiline:
                    output.Append(@"\z");
                    break;
                case '(' when at < pattern.Length && pattern[at] == '?':
                    TranslateGroup();
                    break;
                default:
                    output.Append(letter);
                    break;
            }
        }

        return output.ToString();
    }

    // Named and unnamed groups are numbered together, from left to right.
    private void CollectGroups()
    {
        var inClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '\\':
                    index++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass && (index + 1 == pattern.Length || pattern[index + 1] != '?'):
                    groups.Add(null);
                    break;
                case '(' when !inClass && IsNamed(index + 1):
                    groups.Add(pattern[(index + 3)..pattern.IndexOf('>', index)]);
                    break;
            }
        }
    }

    private bool IsNamed(int mark) =>
        mark + 2 < pattern.Length && pattern[mark + 1] == '<' && pattern[mark + 2] is not ('=' or '!') && pattern.IndexOf('>', mark) > 0;

    private void TranslateGroup()
    {
        if (IsNamed(at))
        {
            output.Append('(');
            at = pattern.IndexOf('>', at) + 1;
            return;
        }

        var rest = pattern.AsSpan(at);
        foreach (var opening in (ReadOnlySpan<string>)["?:", "?=", "?!", "?<=", "?<!"])
        {
            if (rest.StartsWith(opening, StringComparison.Ordinal))
            {
                output.Append('(').Append(opening);
                at += opening.Length;
                return;
            }
        }

        throw new FormatException("unknown kind of group");
    }

    private void TranslateEscape()
    {
        if (at == pattern.Length)
        {
            throw new FormatException("it ends with a backslash");
        }

        var letter = pattern[at++];
        switch (letter)
        {
            case 'd' or 'w' or 's' or 'D' or 'W' or 'S':
                output.Append(char.IsUpper(letter) ? "[^" : "[").Append(ClassOf(letter)).Append(']');
                break;
            case 'b' or 'B':
                output.Append('\\').Append(letter);
                break;
            case >= '1' and <= '9':
                TranslateReference(letter);
                break;
            case 'k' when at < pattern.Length && pattern[at] == '<' && pattern.IndexOf('>', at) is > 0 and var end:
                var number = groups.IndexOf(pattern[(at + 1)..end]) + 1;
                output.Append(CultureInfo.InvariantCulture, $"(?({number})\\{number})");
                at = end + 1;
                break;
            default:
                TranslateLetter(letter);
                break;
        }
    }

    // A group that took no part matches nothing, and does not fail.
    private void TranslateReference(char digit)
    {
        var start = at - 1;
        while (at < pattern.Length && char.IsAsciiDigit(pattern[at]) && at - start < 3)
        {
            at++;
        }

        var number = int.Parse(pattern.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
        if (number <= groups.Count)
        {
            output.Append(CultureInfo.InvariantCulture, $"(?({number})(?:\\{number}))");
            return;
        }

        at = start + 1;
        output.Append(digit);
    }

    private void TranslateLetter(char letter)
    {
        var hex = letter switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (hex > 0 && at + hex <= pattern.Length && pattern.AsSpan(at, hex).IndexOfAnyExcept(HexDigits) < 0)
        {
            output.Append(@"\u").Append('0', 4 - hex).Append(pattern, at, hex);
            at += hex;
        }
        else if (letter is 't' or 'n' or 'r' or 'f' or 'v')
        {
            output.Append('\\').Append(letter);
        }
        else if (letter == '0')
        {
            output.Append(@"\u0000");
        }
        else if (letter == 'c' && at < pattern.Length && char.IsAsciiLetter(pattern[at]))
        {
            output.Append(CultureInfo.InvariantCulture, $"\\u{pattern[at++] % 32:x4}");
        }
        else
        {
            output.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }
    }

    private void TranslateClass()
    {
        var negated = at < pattern.Length && pattern[at] == '^';
        at += negated ? 1 : 0;
        var start = output.Length;
        output.Append(negated ? "[^" : "[");
        var empty = output.Length;
        while (at < pattern.Length && pattern[at] != ']')
        {
            var letter = pattern[at++];
            if (letter == '\\' && at < pattern.Length)
            {
                TranslateClassEscape(pattern[at++]);
            }
            else
            {
                output.Append(letter is '[' or '^' ? "\\" : "").Append(letter);
            }
        }

        if (at++ >= pattern.Length)
        {
            throw new FormatException("a [ has no ]");
        }

        if (output.Length == empty)
        {
            output.Length = start;
            output.Append(negated ? @"[\s\S]" : @"[^\s\S]");
            return;
        }

        output.Append(']');
    }

    private void TranslateClassEscape(char letter)
    {
        switch (letter)
        {
            case 'd' or 'w' or 's':
                output.Append(ClassOf(letter));
                break;
            case 'D':
                output.Append(@"\u0000-/:-\uFFFF");
                break;
            case 'W':
                output.Append(@"\u0000-/:-@\[-\^`{-\uFFFF");
                break;
            case 'S':
                output.Append(@"\S");
                break;
            case 'b':
                output.Append(@"\u0008");
                break;
            default:
                TranslateLetter(letter);
                break;
        }
    }

    private static string ClassOf(char letter) => char.ToLowerInvariant(letter) switch
    {
        'd' => Digits,
        'w' => WordLetters,
        _ => Spaces,
    };
}
