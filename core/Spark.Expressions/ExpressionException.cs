namespace Spark.Expressions;

/// <summary>A mistake in an expression, or in its evaluation.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ExpressionException(string code, int position, string? token, string message)
        : base(message)
    {
        Code = code;
        Position = position;
        Token = token;
    }

    /// <summary>JSONata's code.</summary>
    public string Code { get; }

    /// <summary>The position in the expression, in UTF-16 units.</summary>
    public int Position { get; }

    /// <summary>The token.</summary>
    public string? Token { get; }
}
