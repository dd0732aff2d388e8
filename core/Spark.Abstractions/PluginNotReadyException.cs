namespace Spark;

/// <summary>Thrown by a plugin to say: not now, try again. The host waits and repeats; the plugin needs no loop of its own.</summary>
public sealed class PluginNotReadyException : Exception
{
    /// <summary>Creates the exception without a reason; prefer one with a message.</summary>
    public PluginNotReadyException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why, in a sentence for the operator.</param>
    public PluginNotReadyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why, in a sentence for the operator.</param>
    /// <param name="innerException">What lies beneath.</param>
    public PluginNotReadyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
