namespace Spark.Cockpit.Studio.Intents;

/// <summary>Tries what a bot understands.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Files">Path below the folder → text.</param>
/// <param name="Language">The language of the examples.</param>
/// <param name="Text">What somebody says; without it the examples themselves are judged.</param>
internal sealed record IntentTrialRequest(string Name, IReadOnlyDictionary<string, string> Files, string Language, string? Text);
