namespace Spark.Understanding.Values.Numbers;

/// <summary>A whole number as read, with what is needed to tell "a hundred and three" from "a hundred and three quarters".</summary>
/// <param name="Sum">The number.</param>
/// <param name="BeforeLink">The number up to its last "and"; null when there was none.</param>
/// <param name="Next">The index behind it.</param>
internal sealed record Cardinal(CardinalSum Sum, CardinalSum? BeforeLink, int Next);
