namespace Spark.Expressions.Parsing;

internal enum TokenKind
{
    End,
    Name,
    Variable,
    Operator,
    String,
    Number,
    Constant,
    Regex,
}
