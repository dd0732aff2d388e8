using System.Text.Json;

namespace Spark.Cockpit.Studio.Talking;

/// <summary>Where a conversation that is tried begins.</summary>
/// <param name="Dialog">The dialog that runs first; null for the bot's own beginning.</param>
/// <param name="Variables">The variables that have a value, and the inputs of the dialog, by name; null for none.</param>
public sealed record StudioStart(string? Dialog, IReadOnlyDictionary<string, JsonElement>? Variables);
