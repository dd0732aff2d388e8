using System.Globalization;
using System.Text;
using Spark.Understanding.Text;

namespace Spark.Understanding.Entities.Pieces;

/// <summary>
/// A text cut where letters, digits and signs meet; every piece knows where it stands in the text as written.
/// Reading beyond either end yields nothing, which keeps the readers free of bounds checks.
/// </summary>
internal sealed class PiecedText
{
    private readonly List<Piece> _pieces = [];
    private readonly Dictionary<(object Reader, int Index, bool Variant), object?> _known = [];

    public PiecedText(string source)
    {
        Source = source;
        for (int start = 0; start < source.Length;)
        {
            start = Add(start);
        }
    }

    public string Source { get; }

    public int Count => _pieces.Count;

    public Piece this[int index] => _pieces[index];

    /// <summary>The text of the piece, folded; empty beyond the ends.</summary>
    public string At(int index) => index >= 0 && index < _pieces.Count ? _pieces[index].Text : string.Empty;

    public bool Is(int index, PieceKind kind) => index >= 0 && index < _pieces.Count && _pieces[index].Kind == kind;

    /// <summary>The digits of the piece; empty when it is something else.</summary>
    public string Digits(int index) => Is(index, PieceKind.Digits) ? _pieces[index].Text : string.Empty;

    /// <summary>Whether nothing stands between the piece and the one before it.</summary>
    public bool IsGlued(int index) => index > 0 && index < _pieces.Count && _pieces[index].Start == _pieces[index - 1].End;

    /// <summary>The text as written from the first piece to before the last.</summary>
    public string Slice(int first, int behind) => Source[_pieces[first].Start.._pieces[behind - 1].End];

    /// <summary>
    /// What a reader reads at a piece, read once: readers ask each other for the same again and again, and a text made of numbers would take
    /// them minutes.
    /// </summary>
    /// <param name="reader">The reader; each has one kind of result.</param>
    /// <param name="index">The piece.</param>
    /// <param name="variant">Which of its two ways to read it.</param>
    /// <param name="read">Reads it.</param>
    public T Once<T>(object reader, int index, bool variant, Func<T> read)
    {
        if (_known.TryGetValue((reader, index, variant), out object? known))
        {
            return (T)known!;
        }

        T found = read();
        _known[(reader, index, variant)] = found;
        return found;
    }

    private int Add(int start)
    {
        char first = Source[start];
        if (char.IsWhiteSpace(first) || char.IsControl(first) || char.GetUnicodeCategory(first) == UnicodeCategory.Format)
        {
            return start + 1;
        }

        if (char.IsDigit(first))
        {
            int end = RunEnd(start, char.IsDigit);
            string digits = string.Concat(Source[start..end].Select(digit => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit))));
            _pieces.Add(new Piece(PieceKind.Digits, digits, start, end));
            return end;
        }

        if (IsLetter(first))
        {
            int end = RunEnd(start, IsLetter);
            _pieces.Add(new Piece(PieceKind.Word, Fold(Source[start..end]), start, end));
            return end;
        }

        int length = char.IsHighSurrogate(first) && start + 1 < Source.Length && char.IsLowSurrogate(Source[start + 1]) ? 2 : 1;
        _pieces.Add(new Piece(PieceKind.Sign, FoldSign(Source.Substring(start, length)), start, start + length));
        return start + length;
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

    // The raised letters behind a number ("3º") are signs: they are no part of the word behind them ("37ºC").
    private static bool IsLetter(char character) => character is not ('º' or 'ª') && (char.IsLetter(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string FoldSign(string sign)
    {
        if (!Rune.TryGetRuneAt(sign, 0, out Rune rune))
        {
            return sign;
        }

        return Punctuation.IsApostrophe(rune) ? "'" : Punctuation.IsDash(rune) ? "-" : Punctuation.IsQuote(rune) ? "\"" : sign;
    }

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
