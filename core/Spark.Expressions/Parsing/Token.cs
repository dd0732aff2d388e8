namespace Spark.Expressions.Parsing;

/// <summary>One token. Errors point behind a token, as the reference's do; its start is kept for tools.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Value Literal, int Start, int Position)
{
    /// <summary>What the grammar compares: the sign of an operator, nothing for the rest.</summary>
    public string Sign => Kind == TokenKind.Operator ? Text : Kind == TokenKind.End ? "(end)" : "";
}
