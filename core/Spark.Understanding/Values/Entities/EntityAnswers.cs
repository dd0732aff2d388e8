using Spark.Understanding.Entities;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;
using Spark.Understanding.Languages;

namespace Spark.Understanding.Values.Entities;

/// <summary>Finds the one entity of a kind in an answer: none and several with different values are both no answer.</summary>
internal static class EntityAnswers
{
    // Categories of a language's table whose words may stand beside a value that is alone: "on the fifth", "um drei".
    private static readonly string[] Small = ["on", "at", "in", "approx", "around", "day-article", "period-article", "article"];

    /// <param name="text">The answer.</param>
    /// <param name="context">The language, the clock, and whether other words may surround the entity.</param>
    /// <param name="read">The value of an entity; null when it is of another kind.</param>
    /// <typeparam name="TRecognizer">What looks for it.</typeparam>
    /// <typeparam name="T">Its value.</typeparam>
    public static T? Single<TRecognizer, T>(string text, ValueContext context, Func<Entity, T?> read)
        where TRecognizer : IRecognizer
        where T : struct, IEquatable<T>
    {
        T? single = null;
        foreach (Entity entity in EntityRecognizer.Find<TRecognizer>(text, new EntityContext(context.Language, context.Now.DateTime)))
        {
            if (read(entity) is not { } value)
            {
                continue;
            }

            bool isAllowed = context.MayBeEmbedded || (IsSmall(text[..entity.Start], context.Language) && IsSmall(text[entity.End..], context.Language));
            if ((single is { } other && !other.Equals(value)) || !isAllowed)
            {
                return null;
            }

            single = value;
        }

        return single;
    }

    /// <summary>True when a part of a text holds only words that say nothing beside a value.</summary>
    public static bool IsSmall(string rest, string language)
    {
        LanguageWords words = LanguageCatalog.For(language);
        LanguageTable table = LanguageTables.For(LanguageTables.Resolve(language));
        var pieces = new PiecedText(rest);
        for (int index = 0; index < pieces.Count; index++)
        {
            bool isSmall = pieces.Is(index, PieceKind.Sign) ? pieces.At(index) != "@"
                : pieces.Is(index, PieceKind.Word)
                    && (words.Fillers.Contains(pieces.At(index)) || Small.Any(category => table.Longest(category, pieces, index) is not null));
            if (!isSmall)
            {
                return false;
            }
        }

        return true;
    }
}
