using Spark.Plugins.Network;

using Spark.Runtime.Secrets;

namespace Spark.Plugins.Supervision;

/// <summary>
/// Says what a plugin threw without its words: they may quote what a person wrote. Only exceptions whose text is ours, or
/// promised to be for the operator, are quoted.
/// </summary>
internal static class ExceptionSentence
{
    private const int Longest = 400;

    public static string Of(Exception exception, SecretMask secrets)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is OutgoingRequestException or PluginNotReadyException or CredentialsRejectedException)
            {
                return Quote(current, secrets);
            }
        }

        return exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
            ? $"The plugin threw {nameof(HttpRequestException)} ({http.HttpRequestError})."
            : $"The plugin threw {exception.GetType().Name}.";
    }

    /// <summary>The exception's own words, where no person has said anything yet: while a plugin is started and configured.</summary>
    public static string Quote(Exception exception, SecretMask secrets)
    {
        var text = exception.Message;
        if (exception is ArgumentException { ParamName: { } parameter })
        {
            text = text.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal);
        }

        text = secrets.Apply(text.ReplaceLineEndings(" ").Trim());
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
