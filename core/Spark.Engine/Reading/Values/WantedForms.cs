using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Values;

/// <summary>How fields are written whose form is often guessed wrongly.</summary>
internal static class WantedForms
{
    private static readonly Dictionary<string, string> Mappings = new(StringComparer.Ordinal)
    {
        ["buttons"] = ", the id of each button outside: more: { title: More, goto: DIALOG }",
        ["replies"] = ", the id of each reply outside: more: { title: More, goto: DIALOG }",
        ["carousel"] = ", the id of each item outside: phone: { title: A phone }",
        ["list"] = ", the id of each item outside: phone: { title: A phone }",
        ["variables"] = ", the name of each variable outside: note: { type: text }",
        ["connections"] = ", the name of each connection outside: desk: { plugin: PLUGIN }",
        ["share"] = " of what is shared: { variables: [note], transcript: all }",
        ["trigger"] = ": { intents: [INTENT] }",
        ["media"] = ": { image: ADDRESS }, or video, audio or file",
        ["then"] = " of every outcome: { done: next }",
    };

    /// <summary>The end of a remedy that shows the form; null where nothing is to be added.</summary>
    /// <param name="field">The field.</param>
    /// <param name="node">What stands there.</param>
    public static string? Of(string field, YamlNode node) => node switch
    {
        YamlMapping => null,
        YamlScalar when field == "interrupt" => " of intents: [INTENT]",
        YamlScalar { Value: { Length: > 0 } said } when field == "steps" => $" with a verb, such as goto: {said}; of two dialogs only the first would be gone to",
        YamlSequence or YamlScalar => Mappings.GetValueOrDefault(field),
        _ => null,
    };

    /// <summary>The remedy for braces where a word or a text is expected; null where quotes are meant.</summary>
    /// <param name="field">The field.</param>
    /// <param name="node">What stands there.</param>
    public static string? InBraces(string field, YamlNode node) => node switch
    {
        YamlMapping map when map.Has("label") || map.Has("text") => $"Write {field}: LABEL, or {{ title: LABEL, synonyms: WORDS }}.",
        YamlMapping map when field is "goto" or "visit" or "run" && map.Entries.Count > 1 => $"'{field}' names a file: put these steps into one of their own, and write its id.",
        YamlMapping { Entries.Count: > 1 } map when map.Entries.All(entry => entry.Name.Length is 2 or 5 && Names.Language().IsMatch(entry.Name)) =>
            $"Write the text in the bot's first language; translations stand in locales/{map.Entries[^1].Name}.yaml.",
        _ => null,
    };
}
