namespace Spark.Plugins.Network;

/// <summary>The host's own refusal of a plugin's request; its text is made for the operator.</summary>
internal sealed class OutgoingRequestException : HttpRequestException
{
    public OutgoingRequestException(string code, HttpRequestError error, string message)
        : base(error, $"{code}: {message}")
    {
    }
}
