namespace Spark.Runtime.Stores;

/// <summary>Thrown by a store when a turn cannot be written as it is, and never will be: a mistake of the turn, not of the store.</summary>
public sealed class UnstorableTurnException : Exception
{
    public UnstorableTurnException()
    {
    }

    public UnstorableTurnException(string message)
        : base(message)
    {
    }

    public UnstorableTurnException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
