using System.Collections.Concurrent;
using Spark.Understanding.Entities.Addresses;
using Spark.Understanding.Entities.Choices;
using Spark.Understanding.Entities.Moments;
using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Quantities;
using Spark.Understanding.Entities.Words;
using Spark.Understanding.Text;

namespace Spark.Understanding.Entities;

/// <summary>
/// Finds the system entities of a text: every type is looked for by itself, so that entities of different types may
/// overlap ("five" is a number within the age "five years old"). Safe on any thread.
/// </summary>
public sealed class EntityRecognizer
{
    private static readonly ConcurrentDictionary<string, EntityRecognizer> ByLanguage = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<IRecognizer> _recognizers;

    private EntityRecognizer(LanguageTable table)
    {
        var numbers = new NumberReader(table);
        _recognizers =
        [
            new NumberRecognizer(table, numbers),
            new OrdinalRecognizer(table, numbers),
            new PercentRecognizer(table, numbers),
            new CurrencyRecognizer(table, numbers),
            new DimensionRecognizer(table, numbers),
            new TemperatureRecognizer(table, numbers),
            new AgeRecognizer(table, numbers),
            new EmailRecognizer(),
            new UrlRecognizer(),
            new PhoneRecognizer(table),
            new BooleanRecognizer(table),
            new MomentRecognizer(table, numbers),
        ];
    }

    /// <summary>All entities of a text in the order of their types; none when it is longer than <see cref="TextNormalizer.MaximumLength"/>.</summary>
    public static IReadOnlyList<Entity> Find(string text, EntityContext context) => Find<IRecognizer>(text, context);

    /// <summary>The entities that one kind of recognizer finds, and no other looks for.</summary>
    internal static IReadOnlyList<Entity> Find<TRecognizer>(string text, EntityContext context)
        where TRecognizer : IRecognizer
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (text.Length > TextNormalizer.MaximumLength)
        {
            return [];
        }

        EntityRecognizer recognizer = ByLanguage.GetOrAdd(LanguageTables.Resolve(context.Language), language => new EntityRecognizer(LanguageTables.For(language)));
        var pieces = new PiecedText(text);
        return [.. recognizer._recognizers.OfType<TRecognizer>().SelectMany(part => part.Find(pieces, context))];
    }
}
