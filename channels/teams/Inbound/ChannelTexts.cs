namespace Spark.Channels.Teams.Inbound;

/// <summary>The few words that the channel says itself.</summary>
internal static class ChannelTexts
{
    /// <summary>A press has arrived; the bot's answer follows.</summary>
    public static string Received(string? locale) => Language(locale) switch
    {
        "de" => "Angekommen.",
        "fr" => "Bien reçu.",
        "nl" => "Ontvangen.",
        _ => "Got it.",
    };

    /// <summary>Somebody else was asked.</summary>
    public static string NotYours(string? locale) => Language(locale) switch
    {
        "de" => "Diese Frage ging an jemand anderen.",
        "fr" => "Cette question s'adresse à quelqu'un d'autre.",
        "nl" => "Deze vraag is aan iemand anders gesteld.",
        _ => "This question was asked to somebody else.",
    };

    /// <summary>A dialog that the bot does not have.</summary>
    public static string NoDialog(string? locale) => Language(locale) switch
    {
        "de" => "Dieser Bot hat keine Dialogfenster. Schreiben Sie ihm einfach.",
        "fr" => "Ce bot n'ouvre pas de fenêtres. Écrivez-lui simplement.",
        "nl" => "Deze bot heeft geen vensters. Schrijf hem gewoon.",
        _ => "This bot has no dialogs of that kind. Just write to it.",
    };

    private static string Language(string? locale) => locale is { Length: >= 2 } ? locale[..2].ToLowerInvariant() : "";
}
