using Spark.Expressions.Evaluation;

namespace Spark.Expressions;

/// <summary>
/// A mistake in an expression, or in its evaluation: the one exception that leaves this project.
/// Codes starting with S, T and D are JSONata's own; <c>docs/expressions.md</c> lists those starting with U.
/// </summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Stands in a message for the name of the function, which is known further out.</summary>
    internal const char TokenMark = '\u0001';

    private readonly string template;
    private Value tokenValue;

    /// <summary>Creates the exception; a position of -1 says that none is known.</summary>
    public ExpressionException(string code, int position, string? token, string message)
        : this(code, position, token, message, null)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    public ExpressionException(string code, int position, string? token, string message, Exception? innerException)
        : base(message, innerException)
    {
        template = message;
        Code = code;
        Position = position;
        Token = token;
    }

    /// <summary>What went wrong, as JSONata names it.</summary>
    public string Code { get; }

    /// <summary>Where in the expression, in UTF-16 units: behind the token that it is about. -1 when there is no place.</summary>
    public int Position { get; private set; }

    /// <summary>The token or function that it is about.</summary>
    public string? Token { get; private set; }

    /// <summary>The token as a value: a number or a constant where the expression has one, else as <see cref="Token"/>. Undefined when there is none.</summary>
    public Value TokenValue
    {
        get => tokenValue.IsUndefined && Token is not null ? Value.From(Token) : tokenValue;
        internal init => tokenValue = value;
    }

    /// <summary>A sentence for people.</summary>
    public override string Message => template.Replace(TokenMark.ToString(), Token ?? "?", StringComparison.Ordinal);

    /// <summary>True when it says that a bound was met, rather than that the expression is wrong.</summary>
    public bool IsBound => Code is "D2015" or "U1001" or "U1002" or "U1004" or "U1005" or "U1006";

    /// <summary>
    /// Tells of a call on the way out: it takes over the place, and gives its name if no other is known.
    /// Returns false, so that an exception filter can do it without catching.
    /// </summary>
    internal bool Called(CallPlace? place)
    {
        if (place is not null)
        {
            Position = place.Position;
            if (Token is null && tokenValue.IsUndefined)
            {
                Token = place.Token;
                tokenValue = place.TokenValue;
            }
        }

        return false;
    }

    /// <summary>Takes over place and token, for the right side of <c>and</c> and <c>or</c>. Returns false.</summary>
    internal bool Claim(int position, string token)
    {
        Position = position;
        Token = token;
        tokenValue = default;
        return false;
    }

    /// <summary>Adds what only the caller knew. Returns false, so that an exception filter can do it without catching.</summary>
    internal bool Locate(int position, string? token)
    {
        if (Position < 0)
        {
            Position = position;
        }

        Token ??= token;
        return false;
    }

    /// <summary>The same mistake, told at another place of a longer text.</summary>
    internal ExpressionException Moved(int offset) => new(Code, Position < 0 ? offset : Position + offset, Token, Message, this) { TokenValue = tokenValue };
}
