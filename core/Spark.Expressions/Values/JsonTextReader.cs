using System.Globalization;
using System.Text;

namespace Spark.Expressions.Values;

/// <summary>Reads JSON from UTF-16 text, lone surrogates included, which the language's strings may hold.</summary>
internal ref struct JsonTextReader(string text)
{
    private int at;
    private int depth;

    /// <summary>The end of the string literal that starts at a position, behind its closing quote.</summary>
    public static int EndOfString(string text, int start)
    {
        var index = start + 1;
        while (index < text.Length && text[index] != '"')
        {
            index += text[index] == '\\' ? 2 : 1;
        }

        return Math.Min(index + 1, text.Length);
    }

    public Value ReadDocument()
    {
        var value = ReadValue();
        SkipSpace();
        return at == text.Length ? value : throw Wrong();
    }

    private Value ReadValue()
    {
        SkipSpace();
        if (at == text.Length)
        {
            throw Wrong();
        }

        switch (text[at])
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return new Value(ReadString());
            case 't':
                return ReadWord("true", Value.True);
            case 'f':
                return ReadWord("false", Value.False);
            case 'n':
                return ReadWord("null", Value.Null);
            default:
                return ReadNumber();
        }
    }

    private Value ReadObject()
    {
        Enter();
        var map = new MapCell();
        if (!TryTake('}'))
        {
            do
            {
                SkipSpace();
                if (at == text.Length || text[at] != '"')
                {
                    throw Wrong();
                }

                var name = ReadString();
                Take(':');
                map.Set(name, ReadValue());
            }
            while (TryTake(','));
            Take('}');
        }

        depth--;
        return new Value(map.Seal());
    }

    private Value ReadArray()
    {
        Enter();
        var list = new ArrayCell(ListTraits.None);
        if (!TryTake(']'))
        {
            do
            {
                list.Add(ReadValue());
            }
            while (TryTake(','));
            Take(']');
        }

        depth--;
        return new Value(list);
    }

    private string ReadString()
    {
        var start = ++at;
        while (at < text.Length && text[at] is not ('"' or '\\') && text[at] >= ' ')
        {
            at++;
        }

        if (at < text.Length && text[at] == '"')
        {
            return text[start..at++];
        }

        var built = new StringBuilder().Append(text, start, at - start);
        while (at < text.Length && text[at] >= ' ')
        {
            var letter = text[at++];
            if (letter == '"')
            {
                return built.ToString();
            }

            built.Append(letter == '\\' ? ReadEscape() : letter);
        }

        throw Wrong();
    }

    private char ReadEscape()
    {
        if (at == text.Length)
        {
            throw Wrong();
        }

        switch (text[at++])
        {
            case '"':
                return '"';
            case '\\':
                return '\\';
            case '/':
                return '/';
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
            default:
                throw Wrong();
        }
    }

    private Value ReadNumber()
    {
        var start = at;
        at += Peek() == '-' ? 1 : 0;
        var integer = TakeDigits();
        if (integer == 0 || (integer > 1 && text[at - integer] == '0'))
        {
            throw Wrong();
        }

        if (Peek() == '.')
        {
            at++;
            RequireDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            at++;
            at += Peek() is '+' or '-' ? 1 : 0;
            RequireDigits();
        }

        return Value.From(double.Parse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private Value ReadWord(string word, Value value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            throw Wrong();
        }

        at += word.Length;
        return value;
    }

    private void RequireDigits()
    {
        if (TakeDigits() == 0)
        {
            throw Wrong();
        }
    }

    private int TakeDigits()
    {
        var start = at;
        while (char.IsAsciiDigit(Peek()))
        {
            at++;
        }

        return at - start;
    }

    private readonly char Peek() => at < text.Length ? text[at] : '\0';

    private void Enter()
    {
        at++;
        Nesting.Check(++depth);
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Wrong();
        }
    }

    private bool TryTake(char expected)
    {
        SkipSpace();
        if (Peek() != expected || at == text.Length)
        {
            return false;
        }

        at++;
        return true;
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }
    }

    private readonly ExpressionException Wrong() => at < text.Length
        ? Failure.At("U1007", at, text[at].ToString(), $"The text is not JSON: unexpected \"{text[at]}\" at position {at}")
        : Failure.At("U1007", at, null, "The text is not JSON: it ends too early");
}
