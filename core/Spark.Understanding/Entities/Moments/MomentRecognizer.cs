using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Rules;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Moments;

/// <summary><c>datetimeV2.*</c>: dates, times, durations, what recurs, and ranges of them. At each place the longest reading counts.</summary>
internal sealed class MomentRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    private readonly Grammar _grammar = new(table, MomentActions.All, new(StringComparer.Ordinal)
    {
        ["words"] = (text, at) => text.Is(at, PieceKind.Word) ? numbers.ReadWhole(text, at).Select(number => new Reading(number.Value, at, number.Next)) : [],
        ["number"] = (text, at) => numbers.ReadAny(text, at).Select(number => new Reading(number.Value, at, number.Next)),
        ["ordinal"] = (text, at) => text.Is(at, PieceKind.Word) && numbers.Ordinals.ReadWords(text, at, isPlural: false) is { } ordinal ? [new Reading(ordinal.Value, at, ordinal.Next)] : [],
    }, numbers.MayStart);

    private const int FirstYear = 1900;
    private const int LastYear = 8000;

    private readonly bool _monthFirst = table.Has("month-first");
    private readonly string[] _dayFirstRegions = table.Setting("day-first-regions").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        var reader = new Reader(_grammar, text, new Reference(Within(context.Now), _monthFirst && !IsOfDayFirstRegion(context.Language)));
        for (int index = 0; index < text.Count;)
        {
            if (Longest(reader, text, index) is { } found)
            {
                if (found.Value is Moment moment)
                {
                    yield return new Entity(
                        EntityTypes.MomentPrefix + moment.Kind.ToString().ToLowerInvariant(), text.Slice(found.Start, found.Next),
                        text[found.Start].Start, text[found.Next - 1].End, moment.ToValues());
                }

                index = found.Next;
            }
            else
            {
                index++;
            }
        }
    }

    private bool IsOfDayFirstRegion(string language) =>
        language.AsSpan().LastIndexOfAny('-', '_') is > 0 and var at && _dayFirstRegions.Contains(language[(at + 1)..], StringComparer.OrdinalIgnoreCase);

    // A clock at the ends of the calendar would count beyond them.
    private static DateTime Within(DateTime now) => now.Year < FirstYear ? new DateTime(FirstYear, 1, 1) : now.Year > LastYear ? new DateTime(LastYear, 1, 1) : now;

    private Reading? Longest(Reader reader, PiecedText text, int index)
    {
        if (table.Longest("no-moment", text, index) is { } not)
        {
            return new Reading(string.Empty, index, not.Next);
        }

        if (IsInside(text, index))
        {
            return null;
        }

        Reading? longest = null;
        foreach (Reading reading in reader.Read("moment", index))
        {
            if ((longest is null || reading.Next > longest.Value.Next) && !GoesOn(text, reading))
            {
                longest = reading;
            }
        }

        // A lead-in ("in 12:30") must not cut off what is longer without it ("12:30 December 27th").
        bool isCut = longest is { } found && found.Start > index && reader.Read("moment", found.Start).Any(reading => reading.Next > found.Next);
        return isCut ? null : longest;
    }

    // Within a longer number or word: "138-2010-2015", "v2", "$5".
    private static bool IsInside(PiecedText text, int index)
    {
        if (text.Is(index, PieceKind.Digits) && text.At(index - 1) is "$" or "€" or "£")
        {
            return true;
        }

        if (!text.IsGlued(index))
        {
            return false;
        }

        bool isBehindWord = text.Is(index - 1, PieceKind.Word);
        bool isBehindNumber = text.At(index - 1) is "-" or "/" or "." or "," && text.IsGlued(index - 1) && text.Is(index - 2, PieceKind.Digits) && text.Is(index, PieceKind.Digits);
        return isBehindWord || isBehindNumber;
    }

    private static bool GoesOn(PiecedText text, Reading reading)
    {
        int next = reading.Next;
        if (!text.IsGlued(next))
        {
            return false;
        }

        bool isInWord = (text.Is(next, PieceKind.Word) && text.Is(next - 1, PieceKind.Digits)) || (text.Is(next, PieceKind.Digits) && text.Is(next - 1, PieceKind.Word));
        bool isInNumber = text.Is(next - 1, PieceKind.Digits) && text.At(next) is "-" or "/" && text.IsGlued(next + 1) && text.Is(next + 1, PieceKind.Digits);
        return isInWord || isInNumber || (text.Is(next - 1, PieceKind.Digits) && text.At(next) is "%" or "$" or "€");
    }
}
