using Spark.Understanding.Values.Addresses;
using Spark.Understanding.Values.Choices;
using Spark.Understanding.Values.Entities;

namespace Spark.Understanding.Values;

/// <summary>The parsers that Spark brings along, one a type.</summary>
public static class ValueParsers
{
    /// <summary>All of them, in no particular order.</summary>
    public static IReadOnlyList<IValueParser> All { get; } =
    [
        new TextParser(),
        new EntityParser("number", (text, context) => EntityNumber.Read(text, context, mustBeWhole: false)),
        new EntityParser("integer", (text, context) => EntityNumber.Read(text, context, mustBeWhole: true)),
        new EmailParser(),
        new PhoneParser(),
        new UrlParser(),
        new EntityParser("yesno", EntityNumber.ReadTruth),
        new ChoiceParser(),
        new EntityParser("date", EntityMoment.ReadDate),
        new EntityParser("time", EntityMoment.ReadTime),
        new EntityParser("date-time", EntityMoment.ReadDateTime),
        new EntityParser("duration", EntityMoment.ReadDuration),
        new LanguageParser(),
    ];

    private static readonly Dictionary<string, IValueParser> ByType = All.ToDictionary(parser => parser.Type, StringComparer.Ordinal);

    /// <summary>The parser of a type; null for types that are not read from text (<c>location</c>, <c>file</c>, <c>object</c>, <c>list</c>).</summary>
    public static IValueParser? Find(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ByType.GetValueOrDefault(type);
    }
}
