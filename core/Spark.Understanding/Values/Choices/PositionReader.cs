using Spark.Understanding.Languages;
using Spark.Understanding.Text;
using Spark.Understanding.Values.Numbers;

namespace Spark.Understanding.Values.Choices;

/// <summary>Reads a position in a list: "2", "number two", "2nd", "the second", "last".</summary>
internal sealed class PositionReader(LanguageWords words)
{
    private readonly NumberReader _numbers = new(words.Numbers);

    /// <summary>The position from 1, when the words are nothing else.</summary>
    public int? Read(string[] said, int count)
    {
        string phrase = string.Join(' ', said.SkipWhile(words.Choices.Positions.Contains));
        if (phrase.Length == 0)
        {
            return null;
        }

        if (words.Choices.FromEnd.TryGet(phrase, out int fromEnd))
        {
            return count + 1 - fromEnd;
        }

        return words.Numbers.Ordinals.TryGet(phrase, out int ordinal) ? ordinal : ReadNumber(new LexedText(phrase));
    }

    /// <summary>The keycap that some phones make of a digit, or "#2".</summary>
    public int? ReadSign(string text)
    {
        var lexed = new LexedText(text);
        int index = lexed.IsSign(0, '#') ? 1 : 0;
        return lexed.Count == index + 1 && lexed.Is(index, LexemeKind.Digits) ? ReadNumber(lexed) : null;
    }

    private int? ReadNumber(LexedText text)
    {
        int start = text.Is(0, LexemeKind.Sign) ? 1 : 0;
        if (_numbers.ReadCount(text, start) is not { } number)
        {
            return null;
        }

        int end = words.Numbers.OrdinalSuffixes.Contains(text.Word(number.Next)) && text.IsGlued(number.Next) ? number.Next + 1 : number.Next;
        return end == text.Count ? number.Value : null;
    }
}
