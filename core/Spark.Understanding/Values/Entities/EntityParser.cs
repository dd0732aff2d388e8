namespace Spark.Understanding.Values.Entities;

/// <summary>A parser of a type that the recognizers of entities know, in all their languages.</summary>
internal sealed class EntityParser(string type, Func<string, ValueContext, ParsedValue?> read) : IValueParser
{
    public string Type => type;

    public ParsedValue? Parse(string text, ValueContext context) => read(text, context);
}
