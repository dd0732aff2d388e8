namespace Spark.Expressions.Formatting;

internal enum LetterCase
{
    Lower,
    Upper,
    Title,
}
