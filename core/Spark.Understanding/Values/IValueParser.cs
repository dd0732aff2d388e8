namespace Spark.Understanding.Values;

/// <summary>
/// Finds the one value of its type in what a person wrote. Deterministic, safe on any thread, bounded in time,
/// and never throws on what people write.
/// </summary>
public interface IValueParser
{
    /// <summary>The type as a bot writes it, such as <c>email</c>.</summary>
    string Type { get; }

    /// <summary>
    /// The value in canonical form; null when there is none, when there are several different ones (asking again is
    /// better than picking), when it breaks a bound of the context, or when the text is longer than
    /// <see cref="Spark.Understanding.Text.TextNormalizer.MaximumLength"/>.
    /// </summary>
    ParsedValue? Parse(string text, ValueContext context);
}
