using Spark.Understanding.Values.Addresses;
using Spark.Understanding.Values.Choices;
using Spark.Understanding.Values.Entities;
using Spark.Understanding.Values.Moments;
using Spark.Understanding.Values.Numbers;

namespace Spark.Understanding.Values;

/// <summary>The parsers that Spark brings along, one a type.</summary>
public static class ValueParsers
{
    private static readonly YesNoParser YesNo = new();

    /// <summary>All of them, in no particular order.</summary>
    public static IReadOnlyList<IValueParser> All { get; } =
    [
        new TextParser(),
        new AnswerParser(new NumberParser("number", mustBeWhole: false), (text, context) => EntityNumber.Read(text, context, mustBeWhole: false)),
        new AnswerParser(new NumberParser("integer", mustBeWhole: true), (text, context) => EntityNumber.Read(text, context, mustBeWhole: true)),
        new EmailParser(),
        new PhoneParser(),
        new UrlParser(),
        // "Yes" and "ok" are said in every language.
        new AnswerParser(YesNo, (text, context) => EntityNumber.ReadTruth(text, context) ?? YesNo.Parse(text, context)),
        new ChoiceParser(),
        new AnswerParser(new DateParser(), EntityMoment.ReadDate),
        new AnswerParser(new TimeParser(), EntityMoment.ReadTime),
        new AnswerParser(new DateTimeParser(), EntityMoment.ReadDateTime),
        new AnswerParser(new DurationParser(), EntityMoment.ReadDuration),
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
