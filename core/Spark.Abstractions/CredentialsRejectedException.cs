namespace Spark;

/// <summary>Thrown by a plugin when the far side refuses its credentials. The host asks the operator for new ones and does not repeat.</summary>
public sealed class CredentialsRejectedException : Exception
{
    /// <summary>Creates the exception without a reason; prefer one with a message.</summary>
    public CredentialsRejectedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which credentials, refused by whom; never the credentials themselves.</param>
    public CredentialsRejectedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which credentials, refused by whom; never the credentials themselves.</param>
    /// <param name="innerException">What lies beneath.</param>
    public CredentialsRejectedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
