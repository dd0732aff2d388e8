using System.Globalization;
using System.Text;

namespace Spark.Expressions.Parsing;

/// <summary>Cuts an expression into tokens.</summary>
internal static class Lexer
{
    private static readonly string[] Symbols =
    [
        "!=", "<=", ">=", "~>", ":=", "..", "**", "??", "?:",
        ".", "[", "]", "{", "}", "(", ")", ",", ":", ";", "?", "+", "-", "*", "/", "%", "=", "<", ">", "&", "^", "|", "@", "#",
    ];

    public static IReadOnlyList<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            at = SkipSpace(text, at);
            if (at >= text.Length)
            {
                tokens.Add(new(TokenKind.End, "(end)", text.Length));
                return tokens;
            }

            var token = ReadOne(text, ref at);
            tokens.Add(token);
        }
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end >= 0 ? end + 2 : throw new ExpressionException("S0106", at, null, "The comment has no end: close it with */.");
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static Token ReadOne(string text, ref int at)
    {
        var start = at;
        var first = text[at];
        if (first is '"' or '\'')
        {
            return ReadString(text, ref at);
        }

        if (first == '`')
        {
            var end = text.IndexOf('`', at + 1);
            if (end < 0)
            {
                throw new ExpressionException("S0105", at, null, "The quoted name has no end: close it with a backtick.");
            }

            at = end + 1;
            return new(TokenKind.Name, text[(start + 1)..end], start);
        }

        if (char.IsAsciiDigit(first))
        {
            return ReadNumber(text, ref at);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                at += symbol.Length;
                return new(TokenKind.Symbol, symbol, start);
            }
        }

        if (first == '!')
        {
            throw new ExpressionException("S0204", at, "!", "'!' is no operator: write $not(…) or !=.");
        }

        at++;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !IsSpecial(text[at]))
        {
            at++;
        }

        return first == '$'
            ? new(TokenKind.Variable, text[(start + 1)..at], start)
            : new(TokenKind.Name, text[start..at], start);
    }

    private static bool IsSpecial(char c) => ".[]{}(),:;?+-*/%=<>&^|@#!~\"'`".Contains(c, StringComparison.Ordinal);

    private static Token ReadNumber(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-')
            {
                exponent++;
            }

            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                at = exponent;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    at++;
                }
            }
        }

        var digits = text[start..at];
        var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number)
            ? new(TokenKind.Number, digits, start, number)
            : throw new ExpressionException("S0102", start, digits, $"The number {digits} is out of range.");
    }

    private static Token ReadString(string text, ref int at)
    {
        var start = at;
        var quote = text[at++];
        var content = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == quote)
            {
                return new(TokenKind.String, content.ToString(), start);
            }

            content.Append(c == '\\' ? ReadEscape(text, ref at) : c);
        }

        throw new ExpressionException("S0101", start, null, "The string has no end: close it with the quote that began it.");
    }

    private static char ReadEscape(string text, ref int at)
    {
        if (at >= text.Length)
        {
            throw new ExpressionException("S0101", at, null, "The string has no end: close it with the quote that began it.");
        }

        var c = text[at++];
        switch (c)
        {
            case '"' or '\\' or '/' or '\'':
                return c;
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
            case 'u' when at + 4 <= text.Length
                && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                at += 4;
                return (char)unit;
            case 'u':
                throw new ExpressionException("S0104", at, null, "\\u must be followed by four hexadecimal digits.");
            default:
                throw new ExpressionException("S0103", at, c.ToString(), $"\\{c} is no escape that a string knows.");
        }
    }
}
