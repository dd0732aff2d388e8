using System.Globalization;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Rules;

/// <summary>
/// Reads the patterns of rules: words and signs as they are, <c>&lt;category=meaning:name&gt;</c>, <c>{rule:name}</c>,
/// <c>#1-2:name</c> for digits, <c>[optional]</c>, <c>(one|another)</c>, <c>~</c> for "touches what is before",
/// <c>^</c> for "does not touch", <c>!</c> for "unless this follows", <c>@</c> for "what is found begins here".
/// </summary>
internal sealed class PatternReader
{
    private readonly string _pattern;
    private int _at;

    private readonly LanguageTable _table;
    private readonly Func<string, int> _numberOf;

    private PatternReader(string pattern, LanguageTable table, Func<string, int> numberOf) => (_pattern, _table, _numberOf) = (pattern, table, numberOf);

    /// <param name="pattern">The pattern.</param>
    /// <param name="table">Where its categories are.</param>
    /// <param name="numberOf">The number of a rule by its name.</param>
    public static Element Read(string pattern, LanguageTable table, Func<string, int> numberOf)
    {
        var reader = new PatternReader(pattern, table, numberOf);
        Element element = reader.ReadChoice(isOptional: false);
        return reader._at == pattern.Length ? element : throw new InvalidDataException($"The pattern cannot be read from '{pattern[reader._at..]}': {pattern}");
    }

    private Element ReadChoice(bool isOptional)
    {
        List<Element> ways = [ReadSequence()];
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            ways.Add(ReadSequence());
        }

        return ways.Count == 1 && !isOptional ? ways[0] : new Choice(ways, isOptional);
    }

    private Element ReadSequence()
    {
        List<Element> parts = [];
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ']' or ')'))
        {
            if (_pattern[_at] == ' ')
            {
                _at++;
            }
            else
            {
                parts.Add(ReadPart());
            }
        }

        return parts.Count == 1 ? parts[0] : new Sequence(parts);
    }

    private Element ReadPart()
    {
        char sign = _pattern[_at++];
        switch (sign)
        {
            case '[':
            case '(':
                Element inner = ReadChoice(isOptional: sign == '[');
                _at++;
                return inner;
            case '<':
                string category = Until('>');
                string phrases = Before(category, '=', ':');
                return new Category(_table.Category(phrases), Between(category, '=', ':'), After(category, ':') ?? phrases);
            case '{':
                string rule = Until('}');
                return new Reference(_numberOf(Before(rule, ':')), After(rule, ':') ?? Before(rule, ':'));
            case '#':
                return ReadDigits();
            case '~':
                return new Glue(isGlued: true);
            case '^':
                return new Glue(isGlued: false);
            case '@':
                return new Mark();
            case '!':
                return new Unless(ReadPart());
            default:
                return ReadLiteral(sign);
        }
    }

    private Digits ReadDigits()
    {
        int start = _at;
        while (_at < _pattern.Length && (char.IsAsciiLetterOrDigit(_pattern[_at]) || _pattern[_at] is '-' or ':'))
        {
            _at++;
        }

        string written = _pattern[start.._at];
        string[] lengths = Before(written, ':').Split('-');
        return new Digits(
            int.Parse(lengths[0], CultureInfo.InvariantCulture), int.Parse(lengths[^1], CultureInfo.InvariantCulture), After(written, ':') ?? "digits");
    }

    private Literal ReadLiteral(char first)
    {
        int start = _at - 1;
        while (char.IsLetter(first) && _at < _pattern.Length && char.IsLetter(_pattern[_at]))
        {
            _at++;
        }

        return new Literal(_pattern[start.._at]);
    }

    private string Until(char end)
    {
        int start = _at;
        _at = _pattern.IndexOf(end, start) + 1;
        return _pattern[start..(_at - 1)];
    }

    private static string Before(string text, params char[] signs) => text.IndexOfAny(signs) is var at and >= 0 ? text[..at] : text;

    private static string? After(string text, char sign) => text.IndexOf(sign, StringComparison.Ordinal) is var at and >= 0 ? text[(at + 1)..] : null;

    private static string? Between(string text, char left, char right) => After(text, left) is { } behind ? Before(behind, right) : null;
}
