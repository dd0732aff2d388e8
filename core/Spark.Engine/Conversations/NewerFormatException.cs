namespace Spark.Engine.Conversations;

/// <summary>Thrown for a state that a newer program has written, in a format that this one does not read. Nodes of the newer program go on with it.</summary>
public sealed class NewerFormatException : Exception
{
    public NewerFormatException()
    {
    }

    public NewerFormatException(string message)
        : base(message)
    {
    }

    public NewerFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="format">The format in which it was written.</param>
    public NewerFormatException(int format)
        : this($"A newer program has written this conversation in format {format}; this one reads up to {ConversationState.CurrentFormat}. Replace this node by the newer program.")
    {
    }
}
