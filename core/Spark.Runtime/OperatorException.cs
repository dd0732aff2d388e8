namespace Spark.Runtime;

/// <summary>Something that only the operator can mend; the host says it and stops. The message is a sentence for people, with what to do.</summary>
public sealed class OperatorException : Exception
{
    public OperatorException()
    {
    }

    public OperatorException(string message)
        : base(message)
    {
    }

    public OperatorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OperatorException(string code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>The stable code, explained in <c>docs/errors/</c>.</summary>
    public string Code { get; } = "";
}
