using Spark.Understanding.Entities;

namespace Spark.Understanding.Values.Entities;

/// <summary>Finds the one entity of a kind in an answer: none and several with different values are both no answer.</summary>
internal static class EntityAnswers
{
    private static readonly char[] Around = ['.', ',', '!', '?', ';', ':', '"', '\'', '(', ')', ' ', '¿', '¡'];

    /// <param name="text">The answer.</param>
    /// <param name="context">The language, the clock, and whether other words may surround the entity.</param>
    /// <param name="read">The value of an entity; null when it is of another kind.</param>
    public static T? Single<T>(string text, ValueContext context, Func<Entity, T?> read)
        where T : struct, IEquatable<T>
    {
        T? single = null;
        foreach (Entity entity in EntityRecognizer.Find(text, new EntityContext(context.Language, context.Now.DateTime)))
        {
            if (read(entity) is not { } value)
            {
                continue;
            }

            bool isAlone = text[..entity.Start].Trim(Around).Length == 0 && text[entity.End..].Trim(Around).Length == 0;
            if ((single is { } other && !other.Equals(value)) || (!context.MayBeEmbedded && !isAlone))
            {
                return null;
            }

            single = value;
        }

        return single;
    }
}
