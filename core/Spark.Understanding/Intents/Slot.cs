using Spark.Understanding.Values;

namespace Spark.Understanding.Intents;

/// <summary>A variable together with the parser of its type.</summary>
internal sealed record Slot(SlotVariable Variable, IValueParser Parser)
{
    public bool IsOpen => Variable.Type == "text";

    /// <summary>The value, when the text is nothing else.</summary>
    public ParsedValue? Read(string text, string language, DateTimeOffset now) => Parser.Parse(text, new ValueContext
    {
        Language = language,
        Now = now,
        Choices = Variable.Choices,
        Min = Variable.Min,
        Max = Variable.Max,
        Pattern = Variable.Pattern,
        MayBeEmbedded = false,
    });
}
