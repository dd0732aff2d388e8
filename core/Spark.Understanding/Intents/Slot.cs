using Spark.Understanding.Values;
using Spark.Understanding.Values.Choices;

namespace Spark.Understanding.Intents;

/// <summary>A variable together with the parser of its type.</summary>
internal sealed record Slot(SlotVariable Variable, IValueParser Parser)
{
    public bool IsOpen => Variable.Type == "text";

    /// <summary>True for what nothing but its context makes known.</summary>
    public bool NeedsContext => IsOpen && Variable.Pattern is null;

    /// <summary>The value, when the text is nothing else.</summary>
    public ParsedValue? Read(string text, string language, DateTimeOffset now) => Parser.Parse(text, Context(language, now, mayBeEmbedded: false));

    /// <summary>The value that a longer text holds.</summary>
    public ParsedValue? ReadInside(string text, string language, DateTimeOffset now) => Parser.Parse(text, Context(language, now, mayBeEmbedded: true));

    /// <summary>What a part of a text is the name of: the option of a choice, perhaps misspelt; or a text that fits the pattern.</summary>
    public ParsedValue? ReadName(string text, string language, DateTimeOffset now) => Variable.Type switch
    {
        "text" => Read(text, language, now),
        "choice" => ChoiceParser.FindName(text, Variable.Choices),
        _ => null,
    };

    private ValueContext Context(string language, DateTimeOffset now, bool mayBeEmbedded) => new()
    {
        Language = language,
        Now = now,
        Choices = Variable.Choices,
        Min = Variable.Min,
        Max = Variable.Max,
        Pattern = Variable.Pattern,
        Unit = Variable.Unit,
        Composite = Variable.Composite,
        MayBeEmbedded = mayBeEmbedded,
    };
}
