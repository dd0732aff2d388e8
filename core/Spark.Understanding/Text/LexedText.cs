using System.Text;

namespace Spark.Understanding.Text;

/// <summary>
/// A cleaned text cut where letters, digits and signs meet, so that "3pm" and "3 pm" differ only in a gap.
/// Reading beyond either end yields nothing, which keeps the readers free of bounds checks.
/// </summary>
internal sealed class LexedText
{
    private readonly List<Lexeme> _lexemes = [];

    public LexedText(string text)
    {
        Source = TextCleaner.Clean(text);
        for (int start = 0; start < Source.Length;)
        {
            start = Source[start] == ' ' ? start + 1 : Add(start);
        }
    }

    public string Source { get; }

    public int Count => _lexemes.Count;

    public Lexeme this[int index] => _lexemes[index];

    /// <summary>The folded word at the index; empty when there is something else.</summary>
    public string Word(int index) => Is(index, LexemeKind.Word) ? _lexemes[index].Text : string.Empty;

    /// <summary>The digits at the index; empty when there is something else.</summary>
    public string Digits(int index) => Is(index, LexemeKind.Digits) ? _lexemes[index].Text : string.Empty;

    public bool IsSign(int index, char sign) => Is(index, LexemeKind.Sign) && _lexemes[index].Text[0] == sign;

    public bool Is(int index, LexemeKind kind) => index >= 0 && index < _lexemes.Count && _lexemes[index].Kind == kind;

    /// <summary>Whether nothing stands between the lexeme and the one before it.</summary>
    public bool IsGlued(int index) => index > 0 && index < _lexemes.Count && _lexemes[index].Start == _lexemes[index - 1].End;

    public string Original(int index) => Source[_lexemes[index].Start.._lexemes[index].End];

    private int Add(int start)
    {
        char first = Source[start];
        if (char.IsAsciiDigit(first))
        {
            return Add(LexemeKind.Digits, start, RunEnd(start, char.IsAsciiDigit));
        }

        if (IsLetter(first))
        {
            return Add(LexemeKind.Word, start, WordEnd(start));
        }

        // The apostrophe of "'s avonds" belongs to the word.
        if (first == '\'' && start + 1 < Source.Length && IsLetter(Source[start + 1]))
        {
            return start + 1;
        }

        // Cleaning leaves no half of a pair behind.
        return Add(LexemeKind.Sign, start, start + (char.IsHighSurrogate(first) ? 2 : 1));
    }

    private int Add(LexemeKind kind, int start, int end)
    {
        string text = Source[start..end];
        _lexemes.Add(new Lexeme(kind, kind == LexemeKind.Word ? Fold(text) : text, start, end));
        return end;
    }

    private int RunEnd(int start, Func<char, bool> belongs)
    {
        int end = start + 1;
        while (end < Source.Length && belongs(Source[end]))
        {
            end++;
        }

        return end;
    }

    private int WordEnd(int start)
    {
        int end = RunEnd(start, IsLetter);
        while (end + 1 < Source.Length && Source[end] == '\'' && IsLetter(Source[end + 1]))
        {
            end = RunEnd(end + 1, IsLetter);
        }

        return end;
    }

    private static bool IsLetter(char character) => char.IsLetter(character) || char.GetUnicodeCategory(character)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (Token token in Tokenizer.Split(word))
        {
            folded.Append(token.Text);
        }

        return folded.ToString();
    }
}
