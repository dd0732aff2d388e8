using System.Globalization;
using System.Text;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Numbers;

/// <summary><c>number</c>: digits, words, fractions. What hangs on to letters ("180ml", "v2") is none, nor is an ordinal.</summary>
internal sealed class NumberRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    private readonly char _point = table.Setting("decimal", ".")[0];

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        for (int index = 0; index < text.Count;)
        {
            if (numbers.Read(text, index) is not { } number)
            {
                index = SkipOrdinal(text, index);
                continue;
            }

            if (Counts(text, index, number))
            {
                yield return EntityOf(text, index, number);
            }

            index = Math.Max(number.Next, number.IsDigits ? index : SkipOrdinal(text, index));
        }
    }

    private static Entity EntityOf(PiecedText text, int index, NumberReading number, char point) => new(
        EntityTypes.Number, text.Slice(index, number.Next), text[index].Start, text[number.Next - 1].End,
        [new EntityValue { Value = NumberFormat.Write(number.Value, point), Subtype = number.Kind.ToString().ToLowerInvariant() }]);

    private Entity EntityOf(PiecedText text, int index, NumberReading number) => EntityOf(text, index, number, _point);

    private int SkipOrdinal(PiecedText text, int index) => numbers.Ordinals.ReadWords(text, index, isPlural: true)?.Next ?? index + 1;

    private bool Counts(PiecedText text, int index, NumberReading number)
    {
        int digits = text.At(index) == "-" ? index + 1 : index;
        bool isGluedBefore = text.Is(digits, PieceKind.Digits) && text.IsGlued(digits) && text.Is(digits - 1, PieceKind.Word);
        bool isGluedBehind = text.IsGlued(number.Next) && text.Is(number.Next - 1, PieceKind.Digits)
            && (text.Is(number.Next, PieceKind.Word) || text.At(number.Next) is "º" or "ª" or "@");
        return !isGluedBefore && !isGluedBehind && !IsOrdinal(text, index, number) && !IsPronoun(text, index, number) && !IsArticle(text, index, number);
    }

    private bool IsOrdinal(PiecedText text, int index, NumberReading number) =>
        !number.IsDigits && number.Kind == NumberKind.Integer && numbers.Ordinals.ReadWords(text, index, isPlural: false)?.Next > number.Next
        && !table.Has("plain-before-ordinal");

    // "this one", "which one do you", "one of them".
    private bool IsPronoun(PiecedText text, int index, NumberReading number) =>
        number is { Value: 1, IsDigits: false } && number.Next == index + 1
        && (text.Is(index - 1, PieceKind.Word) && table.Category("before-one").Find(text.At(index - 1)) is not null
            || table.Longest("after-one", text, number.Next) is not null);

    // Where the article and the number are one word, it is the number by itself or with an accent ("één").
    private bool IsArticle(PiecedText text, int index, NumberReading number) =>
        table.Has("article-is-no-number") && number is { Value: 1, IsDigits: false } && number.Next == index + 1 && text.Count > 2
        && !text.Source[text[index].Start..text[index].End].Normalize(NormalizationForm.FormD).Any(letter => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark);
}
