namespace Spark.Cockpit.Studio.Texts;

/// <summary>Gives a bot's texts away, or takes translations into its files.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Files">Path below the folder → text.</param>
/// <param name="Language">One of the bot's languages besides the first; an XLIFF that is taken in says its own.</param>
/// <param name="Format">How the translator's file is written; without it, translations stand in <paramref name="Texts"/>.</param>
/// <param name="Content">The translator's file.</param>
/// <param name="Texts">Key → translation.</param>
internal sealed record TextsRequest(
    string Name,
    IReadOnlyDictionary<string, string> Files,
    string? Language,
    TextsFormat? Format,
    string? Content,
    IReadOnlyDictionary<string, string>? Texts);
