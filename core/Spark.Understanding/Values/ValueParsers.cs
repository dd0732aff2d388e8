using Spark.Understanding.Values.Addresses;
using Spark.Understanding.Values.Choices;
using Spark.Understanding.Values.Composites;
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
        new EntityParser("percentage", EntityQuantity.ReadPercentage),
        new EntityParser("money", EntityQuantity.ReadMoney),
        new EntityParser("quantity", EntityQuantity.ReadQuantity),
        new EntityParser("temperature", EntityQuantity.ReadTemperature),
        new EntityParser("age", EntityQuantity.ReadAge),
        new LanguageParser(),
        new CompositeParser(),
    ];

    /// <summary>The types whose values are a number and a unit; a variable of such a type may have a unit of its own.</summary>
    public static IReadOnlyList<string> Measures => EntityQuantity.Types;

    private static readonly Dictionary<string, IValueParser> ByType = All.ToDictionary(parser => parser.Type, StringComparer.Ordinal);

    /// <summary>True for a unit that a variable of a type among <see cref="Measures"/> can have: <c>EUR</c>, <c>km</c>, <c>C</c>, <c>year</c>.</summary>
    public static bool IsUnit(string type, string unit) => EntityQuantity.IsUnit(type, unit);

    /// <summary>The parser of a type; null for types that are not read from text (<c>location</c>, <c>file</c>, <c>object</c>, <c>list</c>).</summary>
    public static IValueParser? Find(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ByType.GetValueOrDefault(type);
    }
}
