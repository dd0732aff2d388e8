namespace Spark.Runtime.Credentials;

/// <summary>No token was to be had; nothing was sent to the far side itself. The message is a sentence for the operator.</summary>
internal sealed class TokenRefusedException(string message) : Exception(message);
