using System.Globalization;
using System.Text;

namespace Spark.Understanding.Text;

/// <summary>
/// The words of a text in normal form, the same that <see cref="Tokenizer"/> finds, laid end to end in buffers that are used again and
/// again: reading a text in a European language allocates nothing once the buffers have grown. Not safe on several threads.
/// </summary>
internal sealed class FoldedWords
{
    private static readonly string?[] Folds = BuildFolds();

    private char[] _folded = new char[256];
    private char[] _letters = new char[256];
    private (int Start, int End)[] _words = new (int, int)[32];
    private int _foldedLength;
    private int _letterCount;
    private int _wordStart;

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int word] => _letters.AsSpan(_words[word].Start, _words[word].End - _words[word].Start);

    public void Read(ReadOnlySpan<char> text)
    {
        Count = 0;
        _foldedLength = 0;
        _letterCount = 0;
        _wordStart = 0;
        if (text.Length <= TextNormalizer.MaximumLength)
        {
            FoldAll(text);
            Cut();
        }
    }

    /// <summary>The words, a space between each two.</summary>
    public override string ToString() => Count == 0 ? string.Empty : string.Create(_letterCount + Count - 1, this, static (target, words) =>
    {
        for (int index = 0; index < words.Count; index++)
        {
            ReadOnlySpan<char> word = words[index];
            word.CopyTo(target);
            if (index < words.Count - 1)
            {
                target[word.Length] = ' ';
                target = target[(word.Length + 1)..];
            }
        }
    });

    private void FoldAll(ReadOnlySpan<char> text)
    {
        StringBuilder? scratch = null;
        for (int start = 0; start < text.Length;)
        {
            bool isAlone = start + 1 == text.Length || text[start + 1] < 0x0300;
            if (isAlone && text[start] < Folds.Length && Folds[text[start]] is { } fold)
            {
                Append(fold);
                start++;
                continue;
            }

            int end = Tokenizer.FindClusterEnd(text, start);
            scratch = (scratch ?? new StringBuilder()).Clear();
            Tokenizer.AppendCluster(scratch, text[start..end]);
            foreach (ReadOnlyMemory<char> chunk in scratch.GetChunks())
            {
                Append(chunk.Span);
            }

            start = end;
        }
    }

    private void Cut()
    {
        ReadOnlySpan<char> folded = _folded.AsSpan(0, _foldedLength);
        for (int index = 0; index < folded.Length;)
        {
            char character = folded[index];
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            {
                AddLetters(folded.Slice(index, 1));
                index++;
                continue;
            }

            (Rune rune, int length) = Tokenizer.RuneAt(folded, index);
            if (Tokenizer.IsWordRune(rune))
            {
                AddLetters(folded.Slice(index, length));
            }
            else if (rune.Value != '\'' || !Tokenizer.JoinsLetters(folded, index))
            {
                EndWord();
                if (Tokenizer.IsSymbol(rune))
                {
                    AddLetters(folded.Slice(index, length));
                    EndWord();
                }
            }

            index += length;
        }

        EndWord();
    }

    private void AddLetters(ReadOnlySpan<char> letters)
    {
        Grow(ref _letters, _letterCount + letters.Length);
        letters.CopyTo(_letters.AsSpan(_letterCount));
        _letterCount += letters.Length;
    }

    private void EndWord()
    {
        if (_letterCount > _wordStart)
        {
            if (Count == _words.Length)
            {
                Array.Resize(ref _words, Count * 2);
            }

            _words[Count++] = (_wordStart, _letterCount);
            _wordStart = _letterCount;
        }
    }

    private void Append(ReadOnlySpan<char> fold)
    {
        Grow(ref _folded, _foldedLength + fold.Length);
        fold.CopyTo(_folded.AsSpan(_foldedLength));
        _foldedLength += fold.Length;
    }

    private static void Grow(ref char[] buffer, int needed)
    {
        if (needed > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
        }
    }

    // What every character of the European scripts and their punctuation folds to when no mark follows it.
    private static string?[] BuildFolds()
    {
        var folds = new string?[0x2122];
        var scratch = new StringBuilder();
        for (int code = 0; code < folds.Length; code++)
        {
            char character = (char)code;
            bool isListed = code is < 0x0250 or >= 0x2000 || (code is >= 0x0370 and < 0x0530);
            if (!isListed || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            Tokenizer.AppendCluster(scratch.Clear(), [character]);
            folds[code] = scratch.ToString();
        }

        return folds;
    }
}
