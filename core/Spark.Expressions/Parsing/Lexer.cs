using System.Globalization;
using System.Text;
using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Parsing;

/// <summary>Cuts the text of an expression into tokens.</summary>
internal sealed class Lexer(string text, int from = 0)
{
    private const string SingleSigns = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static readonly string?[] SignTexts = [.. Enumerable.Range(0, 128).Select(code => SingleSigns.Contains((char)code) ? ((char)code).ToString() : null)];

    private int at = from;

    /// <summary>The next token; where an operand is expected, a slash starts a regular expression.</summary>
    public Token Next(bool operandExpected)
    {
        SkipSpaceAndComments();
        var start = at;
        if (at >= text.Length)
        {
            return new Token(TokenKind.End, "(end)", default, start, text.Length);
        }

        var letter = text[at];
        if (letter == '/' && operandExpected)
        {
            return ReadRegex();
        }

        if (IsSign(letter))
        {
            var sign = DoubleSign(letter, at + 1 < text.Length ? text[at + 1] : '\0') ?? SignTexts[letter]!;
            at += sign.Length;
            return sign is "!" or "~"
                ? throw Failure.At("S0204", at, sign, $"There is no operator \"{sign}\"")
                : new Token(TokenKind.Operator, sign, default, start, at);
        }

        return letter switch
        {
            '"' or '\'' => ReadString(letter),
            '`' => ReadQuotedName(),
            >= '0' and <= '9' => ReadNumber(),
            _ => ReadWord(),
        };
    }

    private static bool IsSign(char letter) => letter < SignTexts.Length && SignTexts[letter] is not null;

    private static string? DoubleSign(char first, char second) => (first, second) switch
    {
        ('.', '.') => "..",
        (':', '=') => ":=",
        ('!', '=') => "!=",
        ('>', '=') => ">=",
        ('<', '=') => "<=",
        ('*', '*') => "**",
        ('~', '>') => "~>",
        ('?', ':') => "?:",
        ('?', '?') => "??",
        _ => null,
    };

    private static bool IsSpace(char letter) => letter is ' ' or '\t' or '\n' or '\r' or '\v';

    private void SkipSpaceAndComments()
    {
        while (at < text.Length)
        {
            if (IsSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw Failure.At("S0106", at, null, "The comment has no closing */");
                }

                at = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private Token ReadString(char quote)
    {
        var start = at++;
        var copied = at;
        StringBuilder? built = null;
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                var rest = text[copied..at++];
                var content = built is null ? rest : built.Append(rest).ToString();
                return new Token(TokenKind.String, content, new Value(content), start, at);
            }

            if (text[at] == '\\')
            {
                built = (built ?? new StringBuilder()).Append(text, copied, at - copied);
                at++;
                built.Append(ReadEscape());
                copied = at + 1;
            }
        }

        throw Failure.At("S0101", at, null, "The string has no closing quote");
    }

    // Leaves the position at the last character of the escape.
    private char ReadEscape()
    {
        if (at >= text.Length)
        {
            throw Failure.At("S0103", at, "", "The string ends in the middle of an escape sequence");
        }

        switch (text[at])
        {
            case '"' or '\\' or '/':
                return text[at];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                if (at + 5 <= text.Length
                    && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                {
                    at += 4;
                    return (char)unit;
                }

                throw Failure.At("S0104", at, null, "\\u must be followed by four hexadecimal digits");
            default:
                throw Failure.At("S0103", at, text[at].ToString(), $"There is no escape sequence \\{text[at]}");
        }
    }

    private Token ReadNumber()
    {
        var start = at;
        if (text[at] == '0')
        {
            at++;
        }
        else
        {
            SkipDigits();
        }

        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            SkipDigits();
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 1 : 0;
            if (at + 1 + sign < text.Length && char.IsAsciiDigit(text[at + 1 + sign]))
            {
                at += 1 + sign;
                SkipDigits();
            }
        }

        var digits = text[start..at];
        var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number)
            ? new Token(TokenKind.Number, digits, Value.From(number), start, at)
            : throw Failure.At("S0102", start, digits, $"The number is out of range: {digits}");
    }

    private void SkipDigits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private Token ReadQuotedName()
    {
        var start = at;
        var end = text.IndexOf('`', at + 1);
        if (end < 0)
        {
            at = text.Length;
            throw Failure.At("S0105", at, null, "The quoted name has no closing backtick");
        }

        at = end + 1;
        return new Token(TokenKind.Name, text[(start + 1)..end], default, start, at);
    }

    private Token ReadWord()
    {
        var start = at;
        while (at < text.Length && !IsSpace(text[at]) && !IsSign(text[at]))
        {
            at++;
        }

        var word = text[start..at];
        if (word[0] == '$')
        {
            return new Token(TokenKind.Variable, word[1..], default, start, at);
        }

        return word switch
        {
            "and" or "or" or "in" => new Token(TokenKind.Operator, word, default, start, at),
            "true" => new Token(TokenKind.Constant, word, Value.True, start, at),
            "false" => new Token(TokenKind.Constant, word, Value.False, start, at),
            "null" => new Token(TokenKind.Constant, word, Value.Null, start, at),
            _ => new Token(TokenKind.Name, word, default, start, at),
        };
    }

    // Brackets count wherever they stand, in a character class too: as the reference has it.
    private Token ReadRegex()
    {
        var start = at++;
        var depth = 0;
        while (at < text.Length)
        {
            var letter = IsEscaped() ? ' ' : text[at];
            if (letter == '/' && depth == 0)
            {
                return EndRegex(start);
            }

            depth += letter is '(' or '[' or '{' ? 1 : letter is ')' or ']' or '}' ? -1 : 0;
            at++;
        }

        throw Failure.At("S0302", at, null, "The regular expression has no closing /; brackets in it must be balanced, or have a \\ before them");
    }

    private bool IsEscaped()
    {
        var slashes = 0;
        while (text[at - 1 - slashes] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    private Token EndRegex(int start)
    {
        var pattern = text[(start + 1)..at];
        if (pattern.Length == 0)
        {
            throw Failure.At("S0301", at, null, "The regular expression is empty");
        }

        var flagsStart = ++at;
        while (at < text.Length && text[at] is 'i' or 'm')
        {
            at++;
        }

        var flags = text[flagsStart..at];
        var regex = new RegexCell(pattern, flags.Contains('i'), flags.Contains('m'), at);
        return new Token(TokenKind.Regex, text[start..at], new Value(regex), start, at);
    }
}
