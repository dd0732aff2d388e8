namespace Spark.Cockpit.Studio.Talking;

/// <summary>Brings a bot's files, and what happens in a conversation with it.</summary>
/// <param name="Name">The folder's name, for messages.</param>
/// <param name="Files">Path below the folder → text.</param>
/// <param name="Script">What happens.</param>
/// <param name="Order">What a test is to be made of it; null for none.</param>
internal sealed record TalkRequest(string Name, IReadOnlyDictionary<string, string> Files, StudioScript Script, StudioTestOrder? Order = null);
