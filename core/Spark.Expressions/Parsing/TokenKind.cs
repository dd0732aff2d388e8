namespace Spark.Expressions.Parsing;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    End,
    Name,
    Variable,
    Number,
    String,
    Symbol,
}
