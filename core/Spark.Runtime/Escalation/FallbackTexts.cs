namespace Spark.Runtime.Escalation;

/// <summary>What people are told where no ticket could be opened: the administrators' words, or ours.</summary>
internal static class FallbackTexts
{
    private const string Placeholder = "{url}";
    private const string English = "en";

    private static readonly Dictionary<string, string> OurFallback = new(StringComparer.OrdinalIgnoreCase)
    {
        [English] = "I could not open a ticket. You can do it yourself here: {url}",
        ["nl"] = "Ik kon geen ticket openen. Je kunt het hier zelf doen: {url}",
        ["fr"] = "Je n'ai pas pu ouvrir de ticket. Vous pouvez le faire vous-même ici : {url}",
        ["de"] = "Ich konnte kein Ticket eröffnen. Hier können Sie es selbst tun: {url}",
    };

    private static readonly Dictionary<string, string> OurUnknown = new(StringComparer.OrdinalIgnoreCase)
    {
        [English] = "The service desk has not answered: a ticket may exist. Please look here before you open another one: {url}",
        ["nl"] = "De servicedesk heeft niet geantwoord: misschien bestaat er al een ticket. Kijk hier voor je er nog een opent: {url}",
        ["fr"] = "Le centre de services n'a pas répondu : un ticket existe peut-être. Regardez ici avant d'en ouvrir un autre : {url}",
        ["de"] = "Der Servicedesk hat nicht geantwortet: Vielleicht gibt es schon ein Ticket. Bitte sehen Sie hier nach, bevor Sie noch eines eröffnen: {url}",
    };

    public static string Fallback(FallbackSettings settings, string language) => Find(settings.Texts, OurFallback, language, settings.Url);

    public static string Unknown(FallbackSettings settings, string language) => Find(settings.UnknownTexts, OurUnknown, language, settings.Url);

    private static string Find(IReadOnlyDictionary<string, string> theirs, Dictionary<string, string> ours, string language, Uri? url)
    {
        var family = language.Split('-')[0];
        var text = Of(theirs, language) ?? Of(theirs, family) ?? Of(ours, family) ?? Of(theirs, English) ?? ours[English];
        return text.Replace(Placeholder, url?.ToString() ?? "", StringComparison.Ordinal).TrimEnd();
    }

    private static string? Of(IReadOnlyDictionary<string, string> texts, string language) =>
        texts.FirstOrDefault(text => string.Equals(text.Key, language, StringComparison.OrdinalIgnoreCase)).Value;
}
