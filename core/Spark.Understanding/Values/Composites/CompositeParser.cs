using Spark.Understanding.Values.Entities;

namespace Spark.Understanding.Values.Composites;

/// <summary><c>composite</c>: a combination of values of other types, as the variable's patterns say it.</summary>
internal sealed class CompositeParser : IValueParser
{
    public string Type => "composite";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        CompositeValue? single = null;
        foreach (CompositeEntity entity in context.Composite?.Find(text, context.Language, context.Now) ?? [])
        {
            bool isAllowed = context.MayBeEmbedded
                || (EntityAnswers.IsSmall(text[..entity.Start], context.Language) && EntityAnswers.IsSmall(text[entity.End..], context.Language));
            if (!isAllowed || (single is not null && !single.Equals(entity.Value)))
            {
                return null;
            }

            single = entity.Value;
        }

        return single is null ? null : ParsedValue.Of(single);
    }
}
